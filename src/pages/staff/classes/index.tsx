import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ChoiceSheet } from '../../../components/choice-sheet';
import { sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { showToast } from '../../../components/toast';
import { newId } from '../../../platform/id';
import { refetchShown } from '../../../platform/query';
import {
  type SchoolClass,
  type SchoolStructure,
  useAssignClass,
  useCloseClass,
  useSchoolStructure,
} from '../staff.queries';
import { AddClassesSheet } from './components/add-classes-sheet';
import { NamesSheet } from './components/names-sheet';

/** 学校和班级: what things are called, and every class of the grades that are here. */
export default function ClassesPage() {
  const structure = useSchoolStructure();
  const [open, setOpen] = useState<'names' | 'add' | SchoolClass | null>(null);
  const close = () => setOpen(null);
  const school = structure.data;
  return (
    <Screen
      footer={
        <Button kind="main" text="增加班级" isDisabled={!school} onTap={() => setOpen('add')} />
      }
      sheet={
        school &&
        (open === 'add' ? (
          <AddClassesSheet school={school} onClose={close} />
        ) : (
          open !== null &&
          (open === 'names' ? (
            <NamesSheet school={school} onClose={close} />
          ) : (
            <MoveSheet moved={open} school={school} onClose={close} />
          ))
        ))
      }
    >
      <Answered query={structure} skeleton={<Skeleton rows={10} />}>
        {(all) => (
          <>
            <Card>
              <Row
                title={all.name}
                note={`${all.campuses.map(({ label }) => label).join('、')} · 改名称、校区、级部和处室`}
                onTap={() => setOpen('names')}
              />
            </Card>
            <Notice text="每年九月自动升一个年级：七年级(1)班到时叫八年级(1)班，级部和记录都跟着。新一届的班可以提前加。点一个班，可以移到别的级部：学生、本学期的台账和还没有开的会跟着走，以前的记录留在原处。" />
            {all.divisions.map((division) => (
              <DivisionCard
                key={division.id}
                division={division}
                classes={all.classes}
                onMove={all.divisions.length > 1 ? setOpen : undefined}
              />
            ))}
          </>
        )}
      </Answered>
    </Screen>
  );
}

interface DivisionCardProps {
  division: SchoolStructure['divisions'][number];
  classes: readonly SchoolClass[];
  /** Where there is another division. */
  onMove?: ((one: SchoolClass) => void) | undefined;
}

function DivisionCard({ division: { id, label }, classes, onMove }: DivisionCardProps) {
  const own = classes.filter(({ divisionId }) => divisionId === id);
  const { mutate, isPending, error } = useCloseClass();
  const set = ({ id: classId, label: name }: SchoolClass, isClosed: boolean) =>
    mutate(
      { classId, writeId: newId(), isClosed },
      {
        onSuccess: () => {
          refetchShown();
          showToast({ text: isClosed ? `${name}停用了，可以在这里恢复` : `${name}恢复了` });
        },
      },
    );
  return (
    <Card title={label} aside={`${own.filter(({ isClosed }) => !isClosed).length} 个班`}>
      {own.map((one) => (
        <Row
          key={one.id}
          title={one.label}
          note={sayClass(one)}
          {...(onMove && { onTap: () => onMove(one), label: `移动${one.label}` })}
          aside={
            one.students === 0 ? (
              <Button
                kind="link"
                text={one.isClosed ? '恢复' : '停用'}
                label={`${one.isClosed ? '恢复' : '停用'}${one.label}`}
                isBusy={isPending}
                onTap={() => set(one, !one.isClosed)}
              />
            ) : undefined
          }
        />
      ))}
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Card>
  );
}

interface MoveSheetProps {
  moved: SchoolClass;
  school: SchoolStructure;
  onClose(): void;
}

/** Which division a class belongs to; taken back by the same way. */
function MoveSheet({ moved, school, onClose }: MoveSheetProps) {
  const { mutateAsync } = useAssignClass();
  // The sheet is closed by the time the cloud answers.
  const put = async (divisionId: string, isBack: boolean) => {
    try {
      await mutateAsync({ classId: moved.id, divisionId, writeId: newId() });
      refetchShown();
      const action = { text: '撤销', onTap: () => void put(moved.divisionId, true) };
      showToast(
        isBack ? { text: `${moved.label}移回去了` } : { text: `${moved.label}移好了`, action },
      );
    } catch (error) {
      showToast({ text: sayFailure(error) });
    }
  };
  return (
    <ChoiceSheet
      title={`${moved.label}属于哪个级部`}
      choices={school.divisions.map(({ id, label }) => ({
        id,
        text: label,
      }))}
      chosenId={moved.divisionId}
      onChoose={(id) => id !== moved.divisionId && void put(id, false)}
      onClose={onClose}
    />
  );
}

function sayClass({ isClosed, homeroomTeacher, students }: SchoolClass): string {
  if (isClosed) return '已停用';
  const teacher = homeroomTeacher === '' ? '还没有班主任' : `班主任 ${homeroomTeacher}`;
  return `${teacher} · ${students === 0 ? '还没有学生' : `${students} 名学生`}`;
}
