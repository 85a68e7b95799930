import { termAt } from '../../../domain/calendar/term';
import {
  type MonthlyReport,
  MonthlyReportOf,
  monthlyReportIdOf,
  REPORT_LEVELS,
} from '../../../domain/consultation/monthly-report.schema';
import { readReports } from '../../api/consultation/monthly-report.store';
import { readClasses } from '../../api/roster.store';
import { type Block, faint, form, heading, label, signatures, title, wide } from '../book';
import type { Pages } from '../book-kind';
import type { Maker } from '../document-kind';
import { type PlaceOnPaper, placeOnPaper } from '../place-on-paper';

const sayMonth = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

const NOT_WRITTEN = '还没有交报告';

function reportPages(
  ctx: Maker,
  place: PlaceOnPaper,
  month: string,
  reports: readonly MonthlyReport[],
): Block[] {
  const of = (placeId: string) => reports.find((report) => report.placeId === placeId);
  const own = of(place.placeId);
  const below = place.below.map(({ placeId, label: name }) => {
    const report = of(placeId);
    return [label([name, report?.byName].filter(Boolean).join('\n')), report?.text ?? NOT_WRITTEN];
  });
  return [
    title(`${sayMonth(month)}学情月报`, `${ctx.school.name}　${place.label}`),
    form(
      [4, 16],
      [
        [label('报告人'), own?.byName ?? ''],
        [label('这个月的情况'), wide(own?.text ?? '', 1, 12)],
        [label('下个月的打算'), wide('', 1, 6)],
      ],
    ),
    ...(below.length === 0 ? [] : [heading('下一级的报告'), form([4, 16], below)]),
    signatures('报告人', '审阅', '日期'),
    faint('报告只写情况和办法，不排名；涉及家庭、健康和心理的内容另有密封记录，不在这里。'),
  ];
}

/** A month's report of a place, with those of the level below (S4-212, S4-226). */
export async function makeMonthlyReport(ctx: Maker, raw: unknown): Promise<Pages> {
  const asked = MonthlyReportOf.parse(raw);
  const { school, access, today } = ctx;
  const [classes, reports] = await Promise.all([
    readClasses(school._id, 'everything'),
    readReports(school._id, [asked.month]),
  ]);
  const schoolYear = termAt(school.terms, today)?.schoolYear ?? Number(today.slice(0, 4));
  const place = placeOnPaper(school, classes, asked, schoolYear);
  const why = access.authorize(place?.subject ?? null);
  if (!place) throw new Error('authorized without a place');
  const documentId = monthlyReportIdOf(asked.month, asked.placeId);
  return {
    of: { collection: 'monthlyReports', documentId, why },
    book: {
      title: `${place.label}${sayMonth(asked.month)}学情月报`,
      owner: school.name,
      sections: [
        { name: REPORT_LEVELS[asked.level], blocks: reportPages(ctx, place, asked.month, reports) },
      ],
    },
  };
}
