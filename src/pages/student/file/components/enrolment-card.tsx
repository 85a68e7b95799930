import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { showToast } from '../../../../components/toast';
import { refetchShown } from '../../../../platform/query';
import { useWriteId } from '../../../../platform/use-api';
import { sayDate } from '../../../../platform/when';
import { type StudentHead, useVoidLeaving } from '../../student.queries';
import { LeaveSheet } from './leave-sheet';
import { MoveSheet } from './move-sheet';

/** 在籍: into another class, out of the school, and back after a slip. */
export function EnrolmentCard({ student }: { student: StudentHead }) {
  const { id: studentId, name, rev, left, hasLeft, may } = student;
  const [open, setOpen] = useState<'leave' | 'move' | null>(null);
  const { mutate, isPending, error } = useVoidLeaving();
  const writeIdOf = useWriteId();
  if (!may.leave && !may.move) return null;

  const takeBack = (from: number) => {
    const content = { studentId, rev: from };
    mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess: () => {
          showToast({ text: `${name}在校` });
          refetchShown();
        },
      },
    );
  };
  const hasLeftNow = (stored: number) => {
    setOpen(null);
    showToast({
      text: `已登记${name}离校`,
      action: { text: '撤销', onTap: () => takeBack(stored) },
    });
    refetchShown();
  };
  return (
    <Card title="在籍">
      {hasLeft && (
        <Notice
          text={`${left ? `${sayDate(left.on)}离校：${left.reason}。` : '已经离校。'}记录只能查看，家长仍然看得到与家庭共享的部分。`}
        />
      )}
      {hasLeft && may.leave && (
        <Button
          kind="link"
          text="没有离校，撤销登记"
          isBusy={isPending}
          onTap={() => takeBack(rev)}
        />
      )}
      {may.move && <Button kind="link" text="转到别的班" onTap={() => setOpen('move')} />}
      {!hasLeft && may.leave && (
        <Button kind="link" text="登记离校" onTap={() => setOpen('leave')} />
      )}
      {error && <Notice kind="error" text={sayFailure(error)} />}
      {open === 'leave' && (
        <LeaveSheet student={student} onSaved={hasLeftNow} onClose={() => setOpen(null)} />
      )}
      {open === 'move' && <MoveSheet student={student} onClose={() => setOpen(null)} />}
    </Card>
  );
}
