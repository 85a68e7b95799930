import { useState } from 'react';
import { PERMISSIONS } from '../../../domain/access/permissions';
import { Answered } from '../../components/answered';
import { Card } from '../../components/card';
import { ChoiceSheet } from '../../components/choice-sheet';
import { Empty } from '../../components/empty';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { useMe } from '../../platform/me';
import { CareEntries } from './components/care-entries';
import { ClassCard } from './components/class-card';
import { NamedCard } from './components/named-card';
import { type StudentList, useStudents } from './students.queries';

const VISIT_READERS = PERMISSIONS['homeVisit.read'].allow;
const WORK_READERS = PERMISSIONS['classWork.read'].allow;

/** 学生: one class by name, and the students one is mentor or guardian of. */
export default function StudentsPage() {
  const me = useMe();
  const [classId, setClassId] = useState<string | null>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const first = useStudents(null);
  const chosen = useStudents(classId);
  const classes = first.data?.classes ?? [];
  const sheet = isChoosing && (
    <ChoiceSheet
      title="选一个班"
      choices={classes.map(({ id, label, homeroomTeacher, studentCount }) => ({
        id,
        text: label,
        note: `${homeroomTeacher} · ${studentCount} 人`,
      }))}
      chosenId={chosen.data?.classId ?? null}
      onChoose={setClassId}
      onClose={() => setIsChoosing(false)}
    />
  );
  const roles = new Set(me.data?.roles.map(({ role }) => role));
  return (
    <Screen sheet={sheet}>
      <Answered query={first} skeleton={<Skeleton rows={8} />}>
        {({ named }) => (
          <>
            <CareEntries roles={roles} classId={chosen.data?.classId ?? null} />
            {named.length > 0 && (
              <NamedCard
                students={named}
                isMentor={roles.has('mentor')}
                isGuardian={roles.has('guardian')}
              />
            )}
            {classes.length > 0 && (
              <Answered query={chosen} skeleton={<Skeleton rows={8} />}>
                {(list) => (
                  <ClassCard
                    key={list.classId}
                    list={list}
                    classes={classes}
                    hasVisits={[...roles].some((role) => role in VISIT_READERS)}
                    hasWorks={[...roles].some((role) => role in WORK_READERS)}
                    onSwitch={() => setIsChoosing(true)}
                    onChoose={setClassId}
                  />
                )}
              </Answered>
            )}
            {isEmpty(first.data) && (
              <Card title="还没有学生">
                <Empty text="学校把班级或受导学生分给您以后，学生会出现在这里。" />
              </Card>
            )}
          </>
        )}
      </Answered>
    </Screen>
  );
}

const isEmpty = (list: StudentList | undefined) =>
  list !== undefined && list.classes.length === 0 && list.named.length === 0;
