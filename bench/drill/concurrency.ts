import { type Drill, insist, withCloud } from './drill';

const TRANSFERS = 300;
const ACCOUNTS = 20;
const BALANCE = 1_000;
const CALLERS = 300;

const transfers: Drill = {
  name: '同时转账',
  run: (dataDir) =>
    withCloud(dataDir, async (cloud) => {
      const bank = <Result>(event: object) =>
        cloud.callFunction<Result>('bank', event, 'teller').then(({ result }) => result);
      await bank({ act: 'open', count: ACCOUNTS, balance: BALANCE });

      const orders = Array.from({ length: TRANSFERS }, (_, index) => ({
        act: 'transfer',
        from: `account-${index % ACCOUNTS}`,
        to: `account-${(index * 7 + 1 + Math.floor(index / ACCOUNTS)) % ACCOUNTS}`,
        amount: 1 + (index % 9),
      })).map((order) => (order.from === order.to ? { ...order, to: 'account-0' } : order));
      const wanted = orders.filter(({ from, to }) => from !== to);
      const conflicts = await Promise.all(wanted.map((order) => bank<number>(order)));

      const sum = await bank<number>({ act: 'sum' });
      const met = conflicts.reduce((all, count) => all + count, 0);
      const figures = `${wanted.length} 笔，冲突后重来 ${met} 次，总额 ${sum} / ${ACCOUNTS * BALANCE}`;
      insist(met > 0, `没有冲突，说明不了什么: ${figures}`);
      insist(sum === ACCOUNTS * BALANCE, figures);
      return figures;
    }),
};

const identities: Drill = {
  name: '同时登录',
  run: (dataDir) =>
    withCloud(dataDir, async (cloud) => {
      await cloud.callFunction('mirror', { prepare: true }, 'admin');
      const people = Array.from({ length: CALLERS }, (_, index) => `person-${index}`);
      const seen = await Promise.all(
        people.map(async (openid) => {
          const { result } = await cloud.callFunction<{
            before: string;
            after: string;
            word: string;
          }>('mirror', { word: `word of ${openid}` }, openid);
          return result;
        }),
      );
      const crossed = seen.filter(
        ({ before, after, word }, index) =>
          before !== people[index] ||
          after !== people[index] ||
          word !== `word of ${people[index]}`,
      );
      const figures = `${CALLERS} 人同时调用，认错 ${crossed.length} 人`;
      insist(crossed.length === 0, figures);
      return figures;
    }),
};

export const drillConcurrency: Drill[] = [transfers, identities];
