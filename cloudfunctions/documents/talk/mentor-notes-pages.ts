import { BookOfTerm } from '../../../domain/book/book.schema';
import { wholeDay } from '../../../domain/calendar/day';
import { classLabel } from '../../../domain/calendar/school-class';
import { type Term, termLabel } from '../../../domain/calendar/term';
import { AppError } from '../../../domain/errors';
import type { Student } from '../../../domain/school/roster.schema';
import { TALK_TOPICS, TALK_WAYS, type Talk } from '../../../domain/talk/talk.schema';
import { readStudents, subjectOfStudent } from '../../api/roster.store';
import { readTalksOf } from '../../api/talk/talk.store';
import { type Block, cover, faint, heading, listing, title } from '../book';
import type { Pages } from '../book-kind';
import type { Maker } from '../document-kind';

const talkRow = (talk: Talk): string[] => [
  `${wholeDay(talk.on)}\n${TALK_WAYS[talk.how]}`,
  talk.topics.map((topic) => TALK_TOPICS[topic]).join('、'),
  talk.isNoChange ? '与上次相比无变化' : talk.said,
  [talk.agreed, talk.nextOn && `下次：${wholeDay(talk.nextOn)}`].filter(Boolean).join('\n'),
  talk.reflection,
];

/** Room to write what was not recorded on the phone. */
const EMPTY_ROWS = 3;
const emptyRow = ['', '', { text: '', minLines: 4 }, '', ''];

function studentPages(student: Student, className: string, talks: readonly Talk[]): Block[] {
  const since = student.mentorSince ? `，${wholeDay(student.mentorSince)}结对` : '';
  const rows = talks.map(talkRow);
  return [
    heading(`${student.name}　${className}${since}`),
    listing(
      [
        ['日期', 4],
        ['话题', 3],
        ['学生说的', 7],
        ['约好的', 5],
        ['反思', 5],
      ],
      [...rows, ...Array.from({ length: Math.max(1, EMPTY_ROWS - rows.length) }, () => emptyRow)],
    ),
  ];
}

/** The mentees of a term and how often each was talked with (S4-258). */
function menteesPage(
  students: readonly Student[],
  classNameOf: (student: Student) => string,
  talks: readonly Talk[],
  term: Term,
): Block[] {
  const countOf = (student: Student) => talks.filter(({ studentId }) => studentId === student._id);
  return [
    title('受导学生', termLabel(term)),
    listing(
      [
        ['序号', 2],
        ['姓名', 4],
        ['班级', 5],
        ['面谈次数', 4],
        ['备注', 8],
      ],
      students.map((student, index) => [
        String(index + 1),
        student.name,
        classNameOf(student),
        `${countOf(student).length} 次`,
        '',
      ]),
    ),
    faint('面谈记录只供本人工作使用，请妥善保管，不要给其他学生和家长看。'),
  ];
}

/** A mentor's own notes of a term: mentees, talks, what was agreed, reflections (S4-259). */
export async function makeMentorNotes(ctx: Maker, raw: unknown): Promise<Pages> {
  const { termId } = BookOfTerm.parse(raw);
  const { school, member, access } = ctx;
  const term = school.terms.find(({ id }) => id === termId);
  const reach = access.filter();
  if (!term || reach === 'everything') throw new AppError('notFound');
  const ids = reach.flatMap((part) => (part.field === 'studentId' ? part.in : []));
  const [students, talks] = await Promise.all([
    ids.length === 0 ? [] : readStudents(school._id, ids),
    readTalksOf(school._id, ids, { from: term.startsOn, to: term.endsOn }, member._id),
  ]);
  const why = access.authorize(subjectOfStudent(students[0] ?? null));
  students.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  const classNameOf = ({ classIdentity }: Student) =>
    classLabel(classIdentity, term.schoolYear, school.stageSystem);
  return {
    of: { collection: 'talks', documentId: member._id, why },
    book: {
      title: `${member.name}导师工作手册`,
      owner: school.name,
      sections: [
        {
          name: '受导学生',
          blocks: [
            cover('导师工作手册', [
              ['学校', school.name],
              ['导师', member.name],
              ['学期', termLabel(term)],
              ['受导学生', `${students.length} 人`],
            ]),
            ...menteesPage(students, classNameOf, talks, term),
          ],
        },
        {
          name: '面谈记录',
          isLandscape: true,
          blocks: [
            title('面谈记录', termLabel(term)),
            ...students.flatMap((student) =>
              studentPages(
                student,
                classNameOf(student),
                talks.filter(({ studentId }) => studentId === student._id),
              ),
            ),
          ],
        },
      ],
    },
  };
}
