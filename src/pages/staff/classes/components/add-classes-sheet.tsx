import { useState } from 'react';
import { Button } from '../../../../components/button';
import { OneOf } from '../../../../components/choices';
import { Counter } from '../../../../components/counter';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { refetchShown } from '../../../../platform/query';
import { useWriteId } from '../../../../platform/use-api';
import { type SchoolStructure, useRecordClasses } from '../../staff.queries';

interface AddClassesSheetProps {
  school: SchoolStructure;
  onClose(): void;
}

const MOST = 24;
const keyOf = ({ stage, entryYear }: SchoolStructure['cohorts'][number]) => `${stage}${entryYear}`;

/** More classes of a grade, this year's or the one that comes; numbered on from those there are. */
export function AddClassesSheet({ school, onClose }: AddClassesSheetProps) {
  const { cohorts, campuses, rev } = school;
  const [cohort, setCohort] = useState<string | null>(null);
  const [campusId, setCampusId] = useState(campuses[0]?.id ?? '');
  const [count, setCount] = useState(1);
  const { mutate, isPending, error } = useRecordClasses();
  const writeIdOf = useWriteId();
  const chosen = cohorts.find((one) => keyOf(one) === cohort);
  const add = () => {
    if (!chosen) return;
    const { stage, entryYear } = chosen;
    const content = { rev, stage, entryYear, campusId, count };
    mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess: () => {
          refetchShown();
          showToast({ text: `${chosen.label}加了 ${count} 个班；多加的可以停用` });
          onClose();
        },
      },
    );
  };
  return (
    <Sheet
      title="增加班级"
      footer={
        <Button
          kind="main"
          text={`加 ${count} 个班`}
          isDisabled={!chosen || count === 0}
          isBusy={isPending}
          onTap={add}
        />
      }
      onClose={onClose}
    >
      <OneOf
        label="哪个年级"
        choices={cohorts.map((one) => [keyOf(one), one.label] as const)}
        initial={null}
        onChoose={setCohort}
      />
      {campuses.length > 1 && (
        <OneOf
          label="哪个校区"
          choices={campuses.map(({ id, label }) => [id, label] as const)}
          initial={campusId}
          onChoose={setCampusId}
        />
      )}
      <Row
        title="加几个班"
        aside={<Counter label="班级" count={count} unit="班" max={MOST} onCount={setCount} />}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
