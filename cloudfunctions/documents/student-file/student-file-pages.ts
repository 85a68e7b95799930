import { BookOfStudent } from '../../../domain/book/book.schema';
import { dayOf } from '../../../domain/calendar/day';
import { classLabel } from '../../../domain/calendar/school-class';
import { termAt } from '../../../domain/calendar/term';
import {
  CORRECTION_STATES,
  type CorrectionRequest,
} from '../../../domain/correction-request/correction-request.schema';
import { TIMELINE_KINDS, type TimelineItem } from '../../../domain/timeline/timeline.schema';
import { readRequestsOf } from '../../api/correction-request/correction-request.store';
import { readStudent, subjectOfStudent } from '../../api/roster.store';
import { readShared } from '../../api/timeline/timeline.store';
import { faint, listing, title } from '../book';
import type { Pages } from '../book-kind';
import type { Maker } from '../document-kind';

const recordRow = ({ at, kind, title: what, excerpt, agreed, byName }: TimelineItem) => [
  dayOf(new Date(at)),
  TIMELINE_KINDS[kind],
  [what, excerpt, agreed && `说好的事：${agreed}`].filter(Boolean).join('\n'),
  byName,
];

const correctionRow = ({ createdAt, what, why, state, answer }: CorrectionRequest) => [
  dayOf(new Date(createdAt)),
  [what, why].filter(Boolean).join('\n'),
  CORRECTION_STATES[state],
  answer,
];

/**
 * A child's file as the school shares it with the family: what is marked for them, and what they
 * asked to have corrected. What teachers note for one another and sealed words are not read at all.
 */
export async function makeStudentFile(ctx: Maker, raw: unknown): Promise<Pages> {
  const { studentId } = BookOfStudent.parse(raw);
  const { school, access, today } = ctx;
  const [student, items, requests] = await Promise.all([
    readStudent(studentId),
    readShared(school._id, studentId),
    readRequestsOf(school._id, studentId),
  ]);
  const why = access.authorize(subjectOfStudent(student));
  if (!student) throw new Error('authorized without a student');
  const schoolYear = termAt(school.terms, today)?.schoolYear ?? Number(today.slice(0, 4));
  const className = classLabel(student.classIdentity, schoolYear, school.stageSystem);
  return {
    of: { collection: 'timeline', documentId: studentId, studentId, why },
    book: {
      title: `${student.name}成长记录`,
      owner: school.name,
      sections: [
        {
          name: '成长记录',
          blocks: [
            title(`${student.name}成长记录`, `${className} · ${today}导出`),
            listing(
              [
                ['日期', 3],
                ['类别', 2],
                ['内容', 12],
                ['记录人', 2],
              ],
              items.filter(({ isSealed }) => !isSealed).map(recordRow),
            ),
            faint('这里是学校与家庭共享的部分。内容有误，可以在小程序里请学校更正。'),
          ],
        },
        {
          name: '更正请求',
          blocks: [
            title('更正请求', student.name),
            listing(
              [
                ['日期', 3],
                ['需要更正的内容', 8],
                ['结果', 3],
                ['答复', 6],
              ],
              requests.map(correctionRow),
            ),
          ],
        },
      ],
    },
  };
}
