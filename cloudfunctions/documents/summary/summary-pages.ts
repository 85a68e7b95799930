import { type Day, dayOf, monthAndDay } from '../../../domain/calendar/day';
import { cardFigures, sayEdition, sayTitle } from '../../../domain/summary/say-summary';
import {
  type DutyTally,
  SUMMARY_WORDS,
  type Summary,
  SummaryById,
  type SummaryWords,
} from '../../../domain/summary/summary.schema';
import { placeLabelIn } from '../../../domain/summary/summary-changes.rules';
import { sumOf, sumPlaces } from '../../../domain/summary/tally.rules';
import { readSummary } from '../../api/summary/summary.store';
import {
  type Block,
  faint,
  form,
  heading,
  label,
  listing,
  paragraph,
  signatures,
  title,
} from '../book';
import type { Pages } from '../book-kind';
import type { Maker } from '../document-kind';

const PARTS = Object.keys(SUMMARY_WORDS) as (keyof SummaryWords)[];

/** Who has not done it yet, in the order of the roster. */
function waitingFor(summary: Summary, { places }: DutyTally): string {
  return places
    .filter(({ done, of }) => done < of)
    .map(({ placeId, late }) => `${placeLabelIn(summary, placeId)}${late > 0 ? '（逾期）' : ''}`)
    .join('、');
}

function dutyBlocks(summary: Summary): Block[] {
  if (summary.duties.length === 0) return [];
  const rows = summary.duties.map((duty) => {
    const { done, of, late } = sumPlaces(duty.places);
    const waiting = summary.level === 'class' ? '' : waitingFor(summary, duty);
    return [duty.title, duty.clause, String(of), String(done), String(late), waiting];
  });
  return [
    heading('应做的会商工作'),
    listing(
      [
        ['职责', 6],
        ['依据', 3],
        ['应', 1.5],
        ['已', 1.5],
        ['逾期', 2],
        ['还没有做', 8],
      ],
      rows,
    ),
  ];
}

function classBlocks({ classes }: Summary): Block[] {
  if (classes.length < 2) return [];
  return [
    heading('各班'),
    listing(
      [
        ['班级', 5],
        ['班主任', 4],
        ['面谈的学生', 4],
        ['家访', 2.5],
        ['互动表', 2.5],
        ['还没见到', 3],
      ],
      classes.map((one) => [
        one.label,
        one.homeroomTeacher,
        `${one.seen}/${one.students}`,
        ...[one.homeVisits, one.forms, one.unseen].map(String),
      ]),
    ),
  ];
}

function correctionBlocks({ correction, version }: Summary): Block[] {
  if (!correction) return [];
  return [
    heading(`第 ${version} 版的更正`),
    paragraph(`为什么更正：${correction.why}`),
    listing(
      [
        ['改了什么', 8],
        ['原来', 6],
        ['现在', 6],
      ],
      correction.changes.map(({ what, from, to }) => [what, from, to]),
    ),
  ];
}

/** Who signed which version, and when; a summary that nobody signed says that it is a draft. */
function signedBlocks({ signedAt, signedByName, version, countedOn, ...rest }: Summary): Block[] {
  if (!signedAt) return [faint('草稿：还没有签发，数字还会变。')];
  const edition = rest.correction
    ? `第 ${version} 版，更正第 ${rest.correction.of} 版`
    : `第 ${version} 版`;
  const replaced = rest.replacedBy ? [faint(`这一版已由第 ${rest.replacedBy} 版代替。`)] : [];
  return [
    heading('签发'),
    form(
      [4, 6, 4, 6],
      [
        [
          label('签发人'),
          signedByName ?? '',
          label('签发日期'),
          sayDate(dayOf(new Date(signedAt))),
        ],
        [label('版本'), edition, label('数字截至'), sayDate(countedOn)],
      ],
    ),
    ...replaced,
    signatures('签字', '盖章'),
  ];
}

const sayDate = (day: Day): string => `${day.slice(0, 4)}年${monthAndDay(day)}`;

/** A summary on paper, or as a file for a chat: figures and what is owed, and no student's name. */
export async function makeSummaryPages(ctx: Maker, raw: unknown): Promise<Pages> {
  const { summaryId } = SummaryById.parse(raw);
  const summary = await readSummary(summaryId);
  const subject = summary && {
    schoolId: summary.schoolId,
    divisionId: summary.divisionId ?? undefined,
    classId: summary.classId ?? undefined,
  };
  const why = ctx.access.authorize(subject);
  if (!summary) throw new Error('authorized without a summary');
  const figures = cardFigures(sumOf(summary.classes), summary.duties);
  const signed = summary.signedAt ? `${summary.signedByName} 已签发` : '还没有签发';
  const days = `${monthAndDay(summary.from)}—${monthAndDay(summary.to)}`;
  const written = PARTS.filter((part) => summary.words[part] !== '');
  return {
    of: { collection: 'summaries', documentId: summary._id, why },
    book: {
      title: sayEdition(summary),
      owner: ctx.school.name,
      sections: [
        {
          name: '小结',
          blocks: [
            title(sayTitle(summary), `${ctx.school.name}　${days}　${signed}`),
            form(
              [6, 4, 6, 4],
              [0, 2, 4].map((at) =>
                figures.slice(at, at + 2).flatMap((one) => [label(one.label), one.value]),
              ),
            ),
            ...correctionBlocks(summary),
            ...written.flatMap((part) => [
              heading(SUMMARY_WORDS[part]),
              paragraph(summary.words[part]),
            ]),
            ...dutyBlocks(summary),
            ...classBlocks(summary),
            ...signedBlocks(summary),
            faint('按花名册的顺序排列，不排名；学生的名字不在这里，请在小程序里看。'),
          ],
        },
      ],
    },
  };
}
