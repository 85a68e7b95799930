import type { Subject } from '../../../domain/access/scopes';
import { classLabel, gradeLabel } from '../../../domain/calendar/school-class';
import { termAt } from '../../../domain/calendar/term';
import {
  type MonthlyReport,
  MonthlyReportOf,
  monthlyReportIdOf,
  REPORT_LEVELS,
} from '../../../domain/consultation/monthly-report.schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { readReports } from '../../api/consultation/monthly-report.store';
import { readClasses } from '../../api/roster.store';
import { type Block, faint, form, heading, label, signatures, title, wide } from '../book';
import type { Pages } from '../book-kind';
import type { Maker } from '../document-kind';

interface Place {
  placeId: string;
  label: string;
  subject: Subject;
  /** The level below, whose reports this one begins from (S4-212). */
  below: { placeId: string; label: string }[];
}

interface Asked {
  level: MonthlyReport['level'];
  placeId: string;
}

/** The place of a report as it is called now, with the places below it; null for none. */
function placeOf(ctx: Maker, classes: readonly SchoolClass[], asked: Asked): Place | null {
  const { school, today } = ctx;
  const { level, placeId } = asked;
  const schoolYear = termAt(school.terms, today)?.schoolYear ?? Number(today.slice(0, 4));
  const classPlace = (one: SchoolClass) => ({
    placeId: one._id,
    label: classLabel(one, schoolYear, school.stageSystem),
  });
  const divisionPlace = (one: SchoolClass) => ({
    placeId: one.divisionId,
    label: gradeLabel(one, schoolYear, school.stageSystem),
  });
  const schoolId = school._id;
  if (level === 'class') {
    const one = classes.find(({ _id }) => _id === placeId);
    if (!one) return null;
    const subject = { schoolId, divisionId: one.divisionId, classId: one._id };
    return { ...classPlace(one), subject, below: [] };
  }
  if (level === 'division') {
    const inside = classes.filter(({ divisionId }) => divisionId === placeId);
    const [first] = inside;
    if (!first) return null;
    const subject = { schoolId, divisionId: placeId };
    return { ...divisionPlace(first), subject, below: inside.map(classPlace) };
  }
  if (placeId !== schoolId) return null;
  const divisions = new Map(classes.map((one) => [one.divisionId, one]));
  return {
    placeId,
    label: '全校',
    subject: { schoolId },
    below: [...divisions.values()].map(divisionPlace),
  };
}

const sayMonth = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

const NOT_WRITTEN = '还没有交报告';

function reportPages(
  ctx: Maker,
  place: Place,
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
  const { school, access } = ctx;
  const [classes, reports] = await Promise.all([
    readClasses(school._id, 'everything'),
    readReports(school._id, [asked.month]),
  ]);
  const place = placeOf(ctx, classes, asked);
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
