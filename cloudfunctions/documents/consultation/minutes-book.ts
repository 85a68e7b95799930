import { dayOf, wholeDay } from '../../../domain/calendar/day';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { ConsultationItem } from '../../../domain/consultation/consultation-item.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import {
  type Block,
  type Book,
  form,
  heading,
  label,
  listing,
  paragraph,
  signatures,
  title,
  wide,
} from '../book';
import { attendanceOf, groupRows, nameIn, reviewedRows, saidOf, tasksIn } from './said';

export interface MinutesRecords {
  schoolName: string;
  /** `第8周 · 双周 · 周六`. */
  week: string;
  meeting: Consultation;
  items: readonly ConsultationItem[];
  reviewed: readonly Resolution[];
}

/** A heading with its table; nothing where there is nothing to list. */
const part = (text: string, columns: Parameters<typeof listing>[0], rows: string[][]): Block[] =>
  rows.length === 0 ? [] : [heading(text), listing(columns, rows)];

function headForm({ meeting, week }: MinutesRecords): Block {
  const { came, missing, expected, present } = attendanceOf(meeting);
  const time = [wholeDay(meeting.on), meeting.startsAt, week].filter(Boolean).join(' ');
  return form(
    [3, 7, 3, 7],
    [
      [label('时间'), time, label('地点'), meeting.place],
      [
        label('主持人'),
        nameIn(meeting, meeting.chairId),
        label('记录人'),
        nameIn(meeting, meeting.recorderId),
      ],
      [label('应到'), `${expected} 人`, label('实到'), `${present} 人`],
      [label('到会人员'), wide(came, 3, 2)],
      [label('未到人员'), wide(missing, 3)],
      [label('议题'), wide([meeting.agenda, ...topicsOf(meeting)].filter(Boolean).join('\n'), 3)],
    ],
  );
}

const topicsOf = ({ sittings }: Consultation): string[] =>
  sittings.length > 0 ? [`分 ${sittings.length + 1} 次进行，另在：${sittings.join('、')}`] : [];

const CHANGES = { moved: '改期', sitting: '再开一次', cancelled: '取消' } as const;
const STEPS = { askedBack: '追问', answered: '答复', signed: '验收' } as const;

/** The minutes of one meeting: who came, what was said, what was decided, who signs (S3-159). */
export function minutesBook(records: MinutesRecords): Book {
  const { schoolName, meeting, items, reviewed } = records;
  const topics = saidOf(items, 'topic').map(({ words, student }, index) => [
    String(index + 1),
    words.text,
    student?.name ?? '',
  ]);
  return {
    title: `${meeting.placeLabel}会议纪要 ${meeting.on}`,
    owner: schoolName,
    sections: [
      {
        name: '会议纪要',
        blocks: [
          title(`${meeting.label}纪要`, `${schoolName}　${meeting.placeLabel}`),
          headForm(records),
          ...part(
            '提出的议题',
            [
              ['序号', 2],
              ['议题', 14],
              ['学生', 4],
            ],
            topics,
          ),
          ...part(
            '以前决议的落实',
            [
              ['决议', 8],
              ['负责人', 3],
              ['期限', 4],
              ['会上怎么说', 6],
            ],
            reviewedRows(meeting, reviewed),
          ),
          ...part(
            '学生情况',
            [
              ['学生', 3],
              ['现状', 7],
              ['原因', 6],
              ['措施', 7],
            ],
            saidOf(items, 'student').map(({ words, student }) => [
              student?.name ?? '',
              words.status,
              words.cause,
              words.measure,
            ]),
          ),
          ...part(
            '分组讨论',
            [
              ['小组', 3],
              ['好的做法', 7],
              ['问题', 7],
              ['建议', 7],
            ],
            groupRows(items),
          ),
          ...part(
            '达成性意见',
            [
              ['序号', 2],
              ['意见', 18],
            ],
            saidOf(items, 'opinion').map(({ words }, index) => [String(index + 1), words.text]),
          ),
          ...part(
            '决议',
            [
              ['做什么', 10],
              ['负责人', 3],
              ['协助', 4],
              ['完成日期', 4],
            ],
            tasksIn(items).map(({ what, owner, helpers, dueOn }) => [what, owner, helpers, dueOn]),
          ),
          ...part(
            '其他记录',
            [
              ['记录', 16],
              ['记录人', 4],
            ],
            saidOf(items, 'note').map(({ words, byName }) => [words.text, byName]),
          ),
          ...(meeting.minutes === '' ? [] : [heading('会议小结'), paragraph(meeting.minutes)]),
          ...(meeting.breachReason === ''
            ? []
            : [heading('没有做到的和原因'), paragraph(meeting.breachReason)]),
          ...part(
            '改期和取消',
            [
              ['事项', 3],
              ['原定', 4],
              ['改到', 4],
              ['原因', 9],
            ],
            meeting.changes.map(({ kind, from, to, reason }) => [
              CHANGES[kind],
              from,
              to ?? '',
              reason,
            ]),
          ),
          ...part(
            '专题报告',
            [
              ['报告人', 4],
              ['内容', 16],
            ],
            meeting.reports.map(({ name: by, text }) => [by, text]),
          ),
          ...part(
            '验收',
            [
              ['步骤', 3],
              ['意见', 10],
              ['谁', 3],
              ['日期', 4],
            ],
            meeting.signOffs.map(({ kind, words, byName, at }) => [
              STEPS[kind],
              words,
              byName,
              dayOf(new Date(at)),
            ]),
          ),
          signatures('主持人', '记录人', '验收领导', '日期'),
        ],
      },
    ],
  };
}
