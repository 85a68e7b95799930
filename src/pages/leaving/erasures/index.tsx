import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Sheet } from '../../../components/sheet';
import { Skeleton } from '../../../components/skeleton';
import { showToast } from '../../../components/toast';
import { useWriteId } from '../../../platform/use-api';
import { sayWhen } from '../../../platform/when';
import { type Erasure, useCloseErasure, useErasures } from '../leaving.queries';

/** 家长的删除请求: what guardians asked to be erased, and carrying it out. */
export default function ErasuresPage() {
  const erasures = useErasures();
  const [open, setOpen] = useState<Erasure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = useCloseErasure();
  const writeIdOf = useWriteId();

  /** Piece after piece; whoever is cut off goes on with another tap. */
  const carryOut = async ({ id: requestId, rev, childName }: Erasure) => {
    const content = { requestId, rev };
    setIsBusy(true);
    setError(null);
    try {
      while (!(await close.mutateAsync({ ...content, writeId: writeIdOf(content) })).isDone);
      setOpen(null);
      showToast({ text: `${childName}家长写的内容已删去` });
    } catch (failure) {
      setError(failure);
    }
    setIsBusy(false);
    void erasures.refetch();
  };
  const sheet = open && (
    <Sheet
      title={`删去${open.childName}家长写的内容？`}
      footer={<Button kind="main" text="删去" isBusy={isBusy} onTap={() => void carryOut(open)} />}
      onClose={() => setOpen(null)}
    >
      <Notice
        kind="care"
        text="删去的不能找回：互动表里写的话、照片和签名，更正请求，以及这些地方家长的名字。家长不再看得到孩子的记录。"
      />
      <Notice text="老师写的记录、学籍信息和同意的日期依法留下。办理前请和家长确认，是不是已经导出了需要的内容。" />
      {error !== null && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
  return (
    <Screen sheet={sheet}>
      <Answered query={erasures} skeleton={<Skeleton rows={3} />}>
        {({ items }) => (
          <Card title="等着办理" aside={items.length > 0 ? `${items.length} 个` : undefined}>
            {items.length === 0 && <Empty text="现在没有家长请学校删除内容。" />}
            {items.map((one) => (
              <Row
                key={one.id}
                title={`${one.childName}的家长 ${one.guardianName}`}
                note={`${sayWhen(one.at)}提出${one.hasBegun ? ' · 办理到一半，可以接着办' : ''}`}
                onTap={() => setOpen(one)}
              />
            ))}
          </Card>
        )}
      </Answered>
    </Screen>
  );
}
