import { addDays, type Day } from '../../domain/calendar/day';
import type { Term } from '../../domain/calendar/term';
import type { ClassWork } from '../../domain/class-work/class-work.schema';
import type { ClassWorkKind } from '../../domain/class-work/class-work-kinds';
import { writeIdOf } from './random';
import type { ClassRoster } from './roster';

const WORKS: readonly { kind: ClassWorkKind; day: number; title: string; text: string }[] = [
  {
    kind: 'classWorkPlan',
    day: 7,
    title: '班级工作计划',
    text: '目标：每名同学都有一件愿意负责的事。班级常规由同学们自己定，每月看一次。',
  },
  {
    kind: 'themeClassMeeting',
    day: 20,
    title: '同桌之间',
    text: '每人说了同桌的一个长处，定下了互相提醒的办法。',
  },
];

/** What a class has done since the term began; what of it would lie ahead is left out. */
export const makeClassWorks = (
  { schoolClass, homeroomTeacher }: ClassRoster,
  term: Term,
  today: Day,
): ClassWork[] =>
  WORKS.map(({ kind, day, title, text }) => {
    const on = addDays(term.startsOn, day);
    const at = new Date(`${on}T16:30:00+08:00`);
    return {
      _id: `${kind}~${schoolClass._id}`,
      ...{ schemaVersion: 1, schoolId: schoolClass.schoolId, rev: 1 },
      ...{ createdAt: at, createdBy: homeroomTeacher._id },
      ...{ updatedAt: at, updatedBy: homeroomTeacher._id, updatedByName: homeroomTeacher.name },
      ...{ kind, on, title, text, photos: [] },
      classId: schoolClass._id,
      divisionId: schoolClass.divisionId,
      termId: term.id,
      byName: homeroomTeacher.name,
      voidedAt: null,
      voidReason: '',
      lastWriteId: writeIdOf(`${kind} ${schoolClass._id}`),
    };
  }).filter(({ on }) => on <= today);
