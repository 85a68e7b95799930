import { useState } from 'react';
import { Answered } from '../../../../components/answered';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { Row } from '../../../../components/row';
import { Skeleton } from '../../../../components/skeleton';
import { showToast } from '../../../../components/toast';
import { copyText } from '../../../../platform/clipboard';
import { type RosterImport, type StaffPlan, useStaffPlan } from '../../roster.queries';

/** Who comes of a file about staff, and as what; once it is applied, with everybody's code. */
export function StaffPlanCard({ view }: { view: RosterImport }) {
  const [page, setPage] = useState(0);
  const plan = useStaffPlan(view.id, page);
  const isApplied = view.state === 'applied';
  return (
    <Card
      title={isApplied ? '谁凭什么加入' : '会做成什么'}
      aside={view.chunks > 1 ? `第 ${page + 1} 页，共 ${view.chunks} 页` : undefined}
    >
      <Answered query={plan} skeleton={<Skeleton rows={6} />}>
        {({ items, next }) => (
          <>
            {items.length === 0 && <Empty text="这一页没有要导入的人。" />}
            {items.map((one) => (
              <Row
                key={one.id}
                title={titleOf(one)}
                note={one.says.join('；') || '只记电话和工号'}
              />
            ))}
            {items.some(({ code }) => code !== null) && (
              <Button text="复制这一页的邀请码" onTap={() => void copyCodes(items)} />
            )}
            {page > 0 && <Button text="上一页" onTap={() => setPage(page - 1)} />}
            {next !== null && <Button text="下一页" onTap={() => setPage(page + 1)} />}
          </>
        )}
      </Answered>
    </Card>
  );
}

type Planned = StaffPlan['items'][number];

const titleOf = ({ name, phone, staffNumber, isNew, code }: Planned): string =>
  [
    name,
    code ?? (isNew ? '新增' : '更新'),
    phone,
    staffNumber === null ? null : `工号 ${staffNumber}`,
  ]
    .filter((part) => part !== null)
    .join(' · ');

async function copyCodes(items: readonly Planned[]): Promise<void> {
  const lines = items.flatMap(({ name, code }) => (code === null ? [] : [`${name} ${code}`]));
  await copyText(
    `请在微信里打开小程序“学情会商”，选“我是学校的老师”，输入自己名字后面的邀请码。一周内有效，一个码一个人用。\n${lines.join('\n')}`,
  );
  showToast({ text: `${lines.length} 个邀请码已复制，请分别发给本人` });
}
