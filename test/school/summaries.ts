import type { StandingCount } from '../../cloudfunctions/kernel/settle';
import { addDays, type Day, dayOf } from '../../domain/calendar/day';
import { CALENDAR_PRESET, calendarOf } from '../../domain/calendar/school-calendar';
import { classLabel, gradeLabel } from '../../domain/calendar/school-class';
import type { Term } from '../../domain/calendar/term';
import { dutyWindows } from '../../domain/regulation/regulation';
import { standingId } from '../../domain/regulation/standing';
import type { Student } from '../../domain/school/roster.schema';
import {
  type Summary,
  type SummaryFacts,
  type SummaryWords,
  summaryIdOf,
} from '../../domain/summary/summary.schema';
import { type SummaryPeriod, summaryPeriods } from '../../domain/summary/summary-period.rules';
import {
  countedOn,
  countWork,
  dueIn,
  joinDuties,
  tallyDuties,
} from '../../domain/summary/tally.rules';
import { daysSinceSeen } from '../../domain/talk/talk.rules';
import type { TimelineItem } from '../../domain/timeline/timeline.schema';
import { CAST, CLASSES, SCHOOL_ID } from './cast';
import { randomOf } from './random';
import { regulationFrom } from './regulation';
import type { ClassRoster } from './roster';

interface SummaryOptions {
  rosters: readonly ClassRoster[];
  /** As their talks left them. */
  students: readonly Student[];
  timeline: readonly TimelineItem[];
  terms: readonly Term[];
  today: Day;
  seed: string;
}

/** So many weeks lie behind the trend of the leader's page. */
const WEEKS = 8;
const EVERY = 14;

const WORDS: SummaryWords = {
  good: '各班的例会都按时开，作业量比上个月少了。',
  care: '还有学生这个学期没有人谈过，请导师先见这些学生。',
  next: '十一月把家访排到每一位导师的日程里。',
};
const NO_WORDS: SummaryWords = { good: '', care: '', next: '' };

/** Classes whose open duties a test settles itself. */
const UNTOUCHED: readonly string[] = [CLASSES.seven3, CLASSES.eight2];

/** Counters of what classes have done of the duties that are open now. */
export function makeStandings({
  rosters,
  terms,
  today,
  seed,
}: Pick<SummaryOptions, 'rosters' | 'terms' | 'today' | 'seed'>): StandingCount[] {
  const term = terms.at(-1) as Term;
  const windows = dutyWindows(regulationFrom(terms), term, calendarOf(CALENDAR_PRESET, terms));
  const open = windows.filter(
    ({ duty, window }) =>
      duty.forWhom === 'class' && window.opensOn <= today && today <= window.closesOn,
  );
  return rosters.flatMap(({ schoolClass: { _id: classId } }) =>
    open
      .filter(({ duty }) =>
        duty.id === 'classLedger'
          ? classId !== CLASSES.eight2
          : !UNTOUCHED.includes(classId) && randomOf(`${seed} ${duty.id} ${classId}`).chance(0.5),
      )
      .map(({ duty, window }) => ({
        _id: standingId(duty.id, classId, window.id),
        schemaVersion: 1,
        schoolId: SCHOOL_ID,
        dutyId: duty.id,
        subjectId: classId,
        windowKey: `${duty.id}~${window.id}`,
        refIds: ['made'],
        days: [window.opensOn],
        count: duty.count,
      })),
  );
}

/** The weeks behind, this one so far, and last month's bulletin, signed. */
export function makeSummaries(options: SummaryOptions): Summary[] {
  const { rosters, students, timeline, terms, today, seed } = options;
  const term = terms.at(-1) as Term;
  const calendar = calendarOf(CALENDAR_PRESET, terms);
  const windows = dutyWindows(regulationFrom(terms), term, calendar);
  const yesterday = addDays(today, -1);
  const periods = summaryPeriods(term, calendar);
  const weeks = periods
    .filter(({ kind, from }) => kind === 'week' && from <= yesterday)
    .slice(-WEEKS);
  const lastMonth = periods.filter(({ kind, to }) => kind === 'month' && to < today).slice(-1);
  const work = new Map<string, TimelineItem[]>();
  for (const item of timeline) {
    work.set(item.classId, [...(work.get(item.classId) ?? []), item]);
  }

  const factsOfClass = ({ schoolClass }: ClassRoster, period: SummaryPeriod): SummaryFacts => {
    const { _id: classId, divisionId, homeroomTeacherName, studentCount } = schoolClass;
    const items = (work.get(classId) ?? []).filter((item) => {
      const on = dayOf(new Date(item.at));
      return period.from <= on && on <= period.to;
    });
    const due = dueIn(windows, period);
    const chance = randomOf(`${seed} ${period.id} ${classId}`);
    const counts = new Map(
      due.map(({ duty, window }) => [
        standingId(duty.id, classId, window.id),
        period.to < today && chance.chance(0.85) ? duty.count : 0,
      ]),
    );
    const unseen = students
      .filter((one) => one.classId === classId && one.status === 'enrolled')
      .map(({ _id: studentId, name, lastTalkOn }) => ({
        studentId,
        name,
        daysSince: daysSinceSeen({ lastTalkOn }, yesterday, term),
      }))
      .filter(({ daysSince }) => daysSince === null || daysSince >= EVERY);
    const figures = countWork(items.map((item) => ({ ...item, isVoided: item.voidedAt !== null })));
    return {
      classes: [
        {
          classId,
          divisionId,
          label: classLabel(schoolClass, term.schoolYear, '54'),
          homeroomTeacher: homeroomTeacherName,
          students: studentCount,
          ...figures,
          unseen: unseen.length,
          lateResolutions: period.to < today ? 0 : 1,
        },
      ],
      divisions: [],
      duties: tallyDuties(due, 'class', classId, counts, yesterday),
      unseen,
    };
  };

  const summary = (
    period: SummaryPeriod,
    place: Pick<Summary, 'level' | 'placeId' | 'placeLabel' | 'classId' | 'divisionId'>,
    facts: SummaryFacts,
  ): Summary => {
    const at = new Date(`${countedOn(period.to, yesterday)}T20:00:00Z`);
    const isSigned = place.level === 'school' && period.kind === 'month';
    const { openid, name } = CAST.principal;
    return {
      _id: summaryIdOf(period.id, place.placeId, 1),
      schemaVersion: 1,
      schoolId: SCHOOL_ID,
      createdAt: at,
      createdBy: openid,
      updatedAt: at,
      updatedBy: openid,
      updatedByName: name,
      rev: 1,
      ...place,
      periodKind: period.kind,
      periodId: period.id,
      periodLabel: period.label,
      from: period.from,
      to: period.to,
      countedOn: countedOn(period.to, yesterday),
      version: 1,
      replacedBy: null,
      ...facts,
      words: isSigned ? WORDS : NO_WORDS,
      signedAt: isSigned ? at : null,
      signedByName: isSigned ? name : null,
      correction: null,
      lastWriteId: '',
    };
  };

  return [...weeks, ...lastMonth].flatMap((period) => {
    const made = rosters.map((roster) => {
      const { _id: classId, divisionId } = roster.schoolClass;
      const facts = factsOfClass(roster, period);
      const placeLabel = facts.classes[0]?.label ?? '';
      return summary(
        period,
        { level: 'class', placeId: classId, placeLabel, classId, divisionId },
        facts,
      );
    });
    const grades = new Map(rosters.map(({ schoolClass }) => [schoolClass.divisionId, schoolClass]));
    const names = [...grades].map(([placeId, one]) => ({
      placeId,
      label: gradeLabel(one, term.schoolYear, '54'),
    }));
    const joined = (of: readonly Summary[], divisions: typeof names): SummaryFacts => ({
      classes: of.flatMap(({ classes }) => classes),
      divisions,
      duties: joinDuties(of.map(({ duties }) => duties)),
      unseen: [],
    });
    const divisions = names.map(({ placeId, label }) => {
      const within = made.filter(({ divisionId }) => divisionId === placeId);
      return summary(
        period,
        { level: 'division', placeId, placeLabel: label, classId: null, divisionId: placeId },
        joined(within, [{ placeId, label }]),
      );
    });
    const school = summary(
      period,
      { level: 'school', placeId: SCHOOL_ID, placeLabel: '全校', classId: null, divisionId: null },
      joined(made, names),
    );
    return [...made, ...divisions, school];
  });
}
