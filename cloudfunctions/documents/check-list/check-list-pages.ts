import { BookOfTerm } from '../../../domain/book/book.schema';
import { wholeDay } from '../../../domain/calendar/day';
import { calendarOf } from '../../../domain/calendar/school-calendar';
import { classLabel } from '../../../domain/calendar/school-class';
import { type Term, termLabel } from '../../../domain/calendar/term';
import { AppError } from '../../../domain/errors';
import { type DutyInWindow, dutyWindows } from '../../../domain/regulation/regulation';
import { standingId } from '../../../domain/regulation/standing';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { readClasses, subjectOfClass } from '../../api/roster.store';
import { readStandingsIn } from '../../api/standings.store';
import { readProgress } from '../../api/today/today.store';
import { faint, listing, signatures, title } from '../book';
import type { Pages } from '../book-kind';
import type { Maker } from '../document-kind';

/** What still fits beside the columns to write in. */
const MAX_COLUMNS = 6;

/** What classes owe by the school's rules and what is due by now, a column a duty. */
function columnsOf(
  { school, today }: Maker,
  term: Term,
): { title: string; owed: DutyInWindow[] }[] {
  const calendar = calendarOf(school.calendar, school.terms);
  const due = dutyWindows(school.regulationHistory, term, calendar).filter(
    ({ duty, window }) => duty.forWhom === 'class' && !window.excused && window.dueOn <= today,
  );
  const duties = new Map(due.map(({ duty }) => [duty.id, duty.title]));
  return [...duties]
    .map(([id, name]) => ({ title: name, owed: due.filter(({ duty }) => duty.id === id) }))
    .slice(0, MAX_COLUMNS);
}

/**
 * The leader's check list of a term: what each class has done of what is due, counted, with room to
 * write what was seen (S4-174, S4-224). Numbers of a class, never an order of classes.
 */
export async function makeCheckList(ctx: Maker, raw: unknown): Promise<Pages> {
  const { termId } = BookOfTerm.parse(raw);
  const { school, access, today } = ctx;
  const term = school.terms.find(({ id }) => id === termId);
  const reach = access.filter();
  if (!term) throw new AppError('notFound');
  const columns = columnsOf(ctx, term);
  const windowKeys = columns.flatMap(({ owed }) =>
    owed.map(({ duty, window }) => `${duty.id}~${window.id}`),
  );
  const [classes, ledgers, counts] = await Promise.all([
    readClasses(school._id, reach),
    readProgress(school._id, termId, reach),
    readStandingsIn(school._id, windowKeys),
  ]);
  const why = access.authorize(subjectOfClass(classes[0] ?? null));
  const countOf = new Map(counts.map(({ _id, count }) => [_id, count]));
  const done = (owed: DutyInWindow[], classId: string) =>
    owed.filter(
      ({ duty, window }) =>
        (countOf.get(standingId(duty.id, classId, window.id)) ?? 0) >= duty.count,
    ).length;
  const row = (one: SchoolClass) => [
    classLabel(one, term.schoolYear, school.stageSystem),
    one.homeroomTeacherName,
    `${ledgers.find(({ classId }) => classId === one._id)?.writtenLines ?? 0}/${one.studentCount}`,
    ...columns.map(({ owed }) => `${done(owed, one._id)}/${owed.length}`),
    { text: '', minLines: 2 },
    '',
  ];
  return {
    of: { collection: 'standings', documentId: termId, why },
    book: {
      title: `领导检查表 ${today}`,
      owner: school.name,
      sections: [
        {
          name: '检查表',
          isLandscape: true,
          blocks: [
            title('学情会商检查表', `${termLabel(term)}　截至${wholeDay(today)}`),
            listing(
              [
                ['班级', 4],
                ['班主任', 3],
                ['台账\n已写/人数', 3],
                ...columns.map((column) => [column.title, 3] as const),
                ['检查情况', 8],
                ['检查人', 3],
              ],
              classes.map(row),
            ),
            faint('“3/4”表示到期 4 次，已完成 3 次，由记录自动计数；按班级顺序排列，不是排名。'),
            signatures('检查人', '日期'),
          ],
        },
      ],
    },
  };
}
