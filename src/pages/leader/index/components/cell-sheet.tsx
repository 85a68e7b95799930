import { monthAndDay } from '../../../../../domain/calendar/day';
import { Button } from '../../../../components/button';
import { Row } from '../../../../components/row';
import { Sheet } from '../../../../components/sheet';
import { openPage } from '../../../../platform/navigate';
import type { ClassRow, Column, Progress } from '../../leader.queries';
import { sayState } from './say-cell';

interface CellSheetProps {
  row: ClassRow;
  /** Without: everything about the class. */
  column: Column | null;
  progress: Progress;
  onClose(): void;
}

/** What a cell stands for, who answers for it, and the way on. */
export function CellSheet({ row, column, progress, onClose }: CellSheetProps) {
  const { classId, label, homeroomTeacher, unseen, written, students, states, summaryId } = row;
  const shown = column ? [column] : progress.columns;
  const stateOf = ({ dutyId }: Column) =>
    states[progress.columns.findIndex((one) => one.dutyId === dutyId)];
  return (
    <Sheet title={label} onClose={onClose}>
      <Row title="班主任" aside={homeroomTeacher} />
      {shown.map((one) => (
        <Row
          key={one.dutyId}
          title={one.title}
          note={`${one.label} · ${monthAndDay(one.dueOn)}前`}
          aside={sayState(stateOf(one))}
        />
      ))}
      {!column && (
        <>
          <Row title="学情台账" aside={`已写 ${written}/${students}`} />
          <Row title="还没见到" aside={unseen === null ? '今晚汇总' : `${unseen} 人`} />
        </>
      )}
      {summaryId !== null && (
        <Button
          text="看本周小结和名单"
          label={`看${label}本周小结和名单`}
          onTap={() => openPage('summary', { summaryId })}
        />
      )}
      <Button kind="link" text="看学情台账" onTap={() => openPage('classLedger', { classId })} />
    </Sheet>
  );
}
