const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();
const accounts = (owner) => owner.collection('accounts');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const TRIES = 40;
/** A conflict at an operation arrives as -501001, one at the commit as its code. */
const isConflict = (error) =>
  error.errCode === -501001 || error.code === 'DATABASE_TRANSACTION_CONFLICT';

async function transferOnce(transaction, { from, to, amount }) {
  const balance = async (id) => (await accounts(transaction).doc(id).get()).data.balance;
  const left = (await balance(from)) - amount;
  const arrived = (await balance(to)) + amount;
  await accounts(transaction)
    .doc(from)
    .update({ data: { balance: left } });
  await accounts(transaction)
    .doc(to)
    .update({ data: { balance: arrived } });
}

const acts = {
  async open({ count, balance }) {
    await db.createCollection('accounts');
    const data = Array.from({ length: count }, (_, index) => ({
      _id: `account-${index}`,
      balance,
    }));
    await accounts(db).add({ data });
  },

  /** How many conflicts it took to move the money. */
  async transfer(order) {
    for (let conflicts = 0; ; conflicts += 1) {
      const transaction = await db.startTransaction();
      try {
        await transferOnce(transaction, order);
        await transaction.commit();
        return conflicts;
      } catch (error) {
        await transaction.rollback().catch(() => undefined);
        if (!isConflict(error) || conflicts === TRIES) throw error;
        await pause(Math.random() * 10 * Math.min(conflicts + 1, 10));
      }
    }
  },

  async sum() {
    const { data } = await accounts(db).limit(1000).get();
    return data.reduce((sum, { balance }) => sum + balance, 0);
  },
};

exports.main = ({ act, ...event }) => acts[act](event);
