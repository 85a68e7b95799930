import { wholeDay } from '../../../domain/calendar/day';
import { type Term, termLabel } from '../../../domain/calendar/term';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { ConsultationItem } from '../../../domain/consultation/consultation-item.schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import type { TermPlan } from '../../../domain/term-plan/term-plan.schema';
import {
  type Block,
  type Book,
  cover,
  form,
  label,
  listing,
  PAGE_BREAK,
  title,
  wide,
} from '../book';
import { planBlocks } from '../plan-blocks';
import { attendanceOf, groupRows, nameIn, saidOf, tasksIn } from './said';

export interface BookRecords {
  schoolName: string;
  classLabel: string;
  term: Term;
  schoolClass: SchoolClass;
  plan: TermPlan | null;
  /** Those that were held, first to last. */
  meetings: readonly Consultation[];
  items: readonly ConsultationItem[];
  /** Those noted by one tap, and their lines: a list, not a page each. */
  huddles: readonly Consultation[];
  lines: readonly ConsultationItem[];
}

/** 20 pages a book, one book a term (S4-233): what is not yet held stands as an empty form. */
const PAGES = 20;

/** The page of the form (S4-248): what was talked about, decided, and who takes note. */
function recordPage(
  schoolName: string,
  month: string,
  filled: Partial<Record<'time' | 'place' | 'chair' | 'recorder' | 'came' | 'topics', string>>,
  words: { status: string; tasks: string; minutes: string; signed: string },
): Block[] {
  return [
    title('学情会商记录', `${schoolName}　　${month}`),
    form(
      [3, 7, 3, 7],
      [
        [label('时间'), filled.time ?? '', label('地点'), filled.place ?? ''],
        [label('主持人'), filled.chair ?? '', label('记录人'), filled.recorder ?? ''],
        [label('参加人员'), wide(filled.came ?? '', 3, 2)],
        [label('议题'), wide(filled.topics ?? '', 3, 2)],
        [label('学生情况\n和分析'), wide(words.status, 3, 12)],
        [label('措施和决议\n(谁、何时看)'), wide(words.tasks, 3, 10)],
        [label('小结'), wide(words.minutes, 3, 5)],
        [label('领导意见\n和签字'), wide(words.signed, 3, 4)],
      ],
    ),
  ];
}

const monthOf = (on: string): string => `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月`;

function statusOf(items: readonly ConsultationItem[]): string {
  const students = saidOf(items, 'student').map(({ student, words }) =>
    [`${student?.name ?? ''}：${words.status}`, words.cause && `原因：${words.cause}`]
      .filter(Boolean)
      .join('　'),
  );
  const groups = groupRows(items).map(([group, ...words]) =>
    [`${group}：`, ...words.filter(Boolean)].join(' '),
  );
  return [...students, ...groups].join('\n');
}

const tasksOf = (items: readonly ConsultationItem[]): string =>
  [
    ...saidOf(items, 'opinion').map(({ words }) => `达成的意见：${words.text}`),
    ...tasksIn(items).map(({ what, owner, dueOn }) =>
      [what, owner && `负责：${owner}`, dueOn && `${wholeDay(dueOn)}看`].filter(Boolean).join('　'),
    ),
  ].join('\n');

function heldPage({ schoolName }: BookRecords, meeting: Consultation, items: ConsultationItem[]) {
  const { came, expected, present } = attendanceOf(meeting);
  const topics = [meeting.agenda, ...saidOf(items, 'topic').map(({ words }) => words.text)].filter(
    Boolean,
  );
  const notes = saidOf(items, 'note').map(({ words }) => words.text);
  const signed = meeting.signOffs
    .filter(({ kind }) => kind === 'signed')
    .map(({ words, byName }) => `${words} ${byName}`.trim());
  return recordPage(
    schoolName,
    monthOf(meeting.on),
    {
      time: [wholeDay(meeting.on), meeting.startsAt].filter(Boolean).join(' '),
      place: meeting.place,
      chair: nameIn(meeting, meeting.chairId),
      recorder: nameIn(meeting, meeting.recorderId),
      came: `应到 ${expected} 人，实到 ${present} 人\n${came}`,
      topics: [meeting.label, ...topics].join('\n'),
    },
    {
      status: statusOf(items),
      tasks: tasksOf(items),
      minutes: [meeting.minutes, ...notes].filter(Boolean).join('\n'),
      signed: signed.join('\n'),
    },
  );
}

const NOTHING = { status: '', tasks: '', minutes: '', signed: '' };
const emptyPage = (schoolName: string) => recordPage(schoolName, '　　　　年　　月', {}, NOTHING);

/** The 碰头会 of the term, a row each (S4-200, S4-225). */
function huddlePage({ huddles, lines, classLabel, term }: BookRecords): Block[] {
  const rows = huddles.map(({ _id, on }) => {
    const line = lines.find(({ consultationId }) => consultationId === _id);
    const text = line?.words.kind === 'note' ? line.words.text : '';
    return [wholeDay(on), text, line?.byName ?? ''];
  });
  return [
    title('碰头会记录', `${classLabel}　${termLabel(term)}`),
    listing(
      [
        ['时间', 4],
        ['说了什么', 13],
        ['记录人', 3],
      ],
      rows,
    ),
  ];
}

/** Pages with a break between two of them, and none after the last. */
const bound = (pages: readonly Block[][]): Block[] =>
  pages.flatMap((page, index) => (index === 0 ? page : [PAGE_BREAK, ...page]));

/** The record book of a class and term: its plan, a page a meeting, empty ones up to twenty, 碰头会. */
export function consultationBook(records: BookRecords): Book {
  const { schoolName, classLabel, term, schoolClass, meetings, items } = records;
  const held = meetings.map((meeting) =>
    heldPage(
      records,
      meeting,
      items.filter(({ consultationId }) => consultationId === meeting._id),
    ),
  );
  const empty = Array.from({ length: Math.max(0, PAGES - held.length) }, () =>
    emptyPage(schoolName),
  );
  return {
    title: `${classLabel}学情会商记录本`,
    owner: schoolName,
    sections: [
      {
        name: '计划',
        blocks: [
          cover('学情会商记录本', [
            ['学校', schoolName],
            ['班级', classLabel],
            ['学期', termLabel(term)],
            ['班主任', schoolClass.homeroomTeacherName],
          ]),
          ...planBlocks({ plan: records.plan, level: 'class', place: classLabel, term }),
        ],
      },
      { name: '会商记录', blocks: bound([...held, ...empty]) },
      ...(records.huddles.length === 0 ? [] : [{ name: '碰头会', blocks: huddlePage(records) }]),
    ],
  };
}
