/**
 * Makes a whole school out of chance that repeats itself: the same options always make the same
 * school, and the cast stands at the same places in every one.
 */
import type { Audit } from '../../cloudfunctions/kernel/audit';
import type { CollectionName } from '../../cloudfunctions/kernel/collections';
import { type Member, type Posting, ROLES } from '../../domain/access/roles';
import type { Day } from '../../domain/calendar/day';
import { CALENDAR_PRESET } from '../../domain/calendar/school-calendar';
import { classLabel, gradeOf } from '../../domain/calendar/school-class';
import type { Term } from '../../domain/calendar/term';
import type { ClassLedger, LedgerEntry } from '../../domain/class-ledger/class-ledger.schema';
import type { Revision, Stored } from '../../domain/schema';
import { LEDGER_CATEGORY_PRESET } from '../../domain/school/ledger-category.schema';
import { MENTORING_PRESET } from '../../domain/school/mentoring-settings.schema';
import type { SchoolClass, Student } from '../../domain/school/roster.schema';
import type { School } from '../../domain/school/school.schema';
import type { SealedNote } from '../../domain/sealed-note/sealed-note.schema';
import type { Person } from '../../local-cloud/person';
import { countsOf, makeCare } from './care';
import {
  CAST,
  CAST_TODAY,
  type CastMember,
  CLASSES,
  castMembers,
  SCHOOL_ID,
  STUDENTS,
} from './cast';
import { makeClassWorks } from './class-works';
import { makeConsultations } from './consultations';
import { makeFamilyVoice } from './family-voice';
import { makeHomeVisits } from './home-visits';
import { makeInteractions, otherCampaigns } from './interaction-forms';
import { makeJoining } from './joining';
import { makeLedger, type Progress } from './ledgers';
import { otherSchool } from './other-school';
import { randomOf } from './random';
import { regulationFrom } from './regulation';
import { type ClassRoster, makeRoster } from './roster';
import { makeRosterImports } from './roster-imports';
import { makeSafety } from './safety';
import { structureOf } from './structure';
import { makeStandings, makeSummaries } from './summaries';
import { makeMentoring } from './talks';
import { termsUpTo } from './terms';

export interface SchoolOptions {
  classes?: number;
  studentsPerClass?: number;
  /** Terms before the current one; their ledgers are fully written. */
  pastTerms?: number;
  today?: Day;
  seed?: string;
}

/** Small enough for a test: the five classes of the cast. */
export const SMALL: Required<SchoolOptions> = {
  classes: 5,
  studentsPerClass: 8,
  pastTerms: 1,
  today: CAST_TODAY,
  seed: 'qinghe',
};

/** Documents by collection, as they are stored. */
export interface SchoolData extends Partial<Record<CollectionName, { _id: string }[]>> {
  schools: School[];
  members: Member[];
  classes: SchoolClass[];
  students: Student[];
  classLedgers: ClassLedger[];
  ledgerEntries: LedgerEntry[];
  revisions: Revision[];
  sealedNotes: SealedNote[];
  audits: Audit[];
}

export interface MadeSchool {
  collections: SchoolData;
  /** Whom one may be on the console page: the cast first, then the other teachers. */
  people: Person[];
}

export const SCHOOL_NAME = '青禾实验学校';

/** How the cast's classes stand; the others stand anywhere. */
function progressOf(
  classId: string,
  size: number,
  lastTermId: string,
  seed: string,
): Progress | null {
  const begun = (share: number): Progress => ({
    written: Math.round(size * share),
    copiedFromTermId: null,
    hasHead: true,
  });
  switch (classId) {
    case CLASSES.seven3:
      return begun(32 / 45);
    case CLASSES.seven1:
      return begun(1);
    case CLASSES.seven4:
      return { ...begun(0.25), hasHead: false };
    case CLASSES.eight2:
      return null;
    case CLASSES.nine1:
      return { ...begun(0.25), copiedFromTermId: lastTermId };
    default:
      return begun(randomOf(`${seed} progress ${classId}`).next());
  }
}

const existed = ({ schoolClass }: ClassRoster, term: Term) =>
  gradeOf(schoolClass, term.schoolYear, '54') !== null;

/** A posting without the ids that this school was made too small to have. */
function within(posting: Posting, classIds: Set<string>, studentIds: Set<string>): Posting {
  const kept = { ...posting };
  if (posting.schoolId !== SCHOOL_ID) return kept;
  if (posting.classIds) kept.classIds = posting.classIds.filter((id) => classIds.has(id));
  if (posting.studentIds) kept.studentIds = posting.studentIds.filter((id) => studentIds.has(id));
  return kept;
}

const personOf = ({ openid, name, postings }: CastMember, schoolName?: string): Person => ({
  openid,
  name,
  roles: postings.length ? [...new Set(postings.map(({ role }) => ROLES[role]))] : ['陌生人'],
  ...(schoolName && { schoolName }),
});

export function makeSchool(options: SchoolOptions = {}): MadeSchool {
  const { classes, studentsPerClass, pastTerms, today, seed } = { ...SMALL, ...options };
  const terms = termsUpTo(today, pastTerms);
  const current = terms.at(-1) as Term;
  const lastTermId = terms.at(-2)?.id ?? '';
  const now = new Date(`${today}T10:00:00+08:00`);
  const foundedAt = new Date(`${terms[0]?.startsOn}T00:00:00+08:00`);
  const stamps: Omit<Stored, '_id'> = {
    schemaVersion: 1,
    schoolId: SCHOOL_ID,
    createdAt: foundedAt,
    createdBy: CAST.principal.openid,
    updatedAt: foundedAt,
    updatedBy: CAST.principal.openid,
    updatedByName: CAST.principal.name,
    rev: 1,
  };
  const { schoolYear } = current;
  const rosters = makeRoster({ classes, studentsPerClass, schoolYear, seed, stamps });
  const ledgers = rosters.flatMap((roster) => {
    const past = terms.slice(0, -1).filter((term) => existed(roster, term));
    const size = roster.schoolClass.studentCount;
    const full: Progress = { written: size, copiedFromTermId: null, hasHead: true };
    const progress = progressOf(roster.schoolClass._id, size, lastTermId, seed);
    return [
      ...past.map((term) => makeLedger({ roster, term, progress: full, now, seed })),
      ...(progress ? [makeLedger({ roster, term: current, progress, now, seed })] : []),
    ];
  });

  const school: School = {
    _id: SCHOOL_ID,
    ...stamps,
    name: SCHOOL_NAME,
    stageSystem: '54',
    structure: structureOf(
      SCHOOL_ID,
      ['junior'],
      rosters.map(({ schoolClass }) => schoolClass),
    ),
    terms,
    calendar: CALENDAR_PRESET,
    regulationHistory: regulationFrom(terms),
    ledgerCategories: LEDGER_CATEGORY_PRESET.map((category) => ({ ...category })),
    mentoring: MENTORING_PRESET,
    lastWriteId: '',
  };
  const mentoring = rosters.map((roster) => makeMentoring({ roster, term: current, today, seed }));
  const visiting = rosters.map((roster, index) =>
    makeHomeVisits({
      roster,
      students: mentoring[index]?.students ?? [],
      term: current,
      today,
      seed,
    }),
  );
  const students = visiting.flatMap((made) => made.students);
  const classIds = new Set(rosters.map(({ schoolClass }) => schoolClass._id));
  const studentIds = new Set(students.map(({ _id }) => _id));
  const staff = rosters.flatMap(staffOf);
  const members = [...castMembers(), ...staff].map((member) => ({
    ...member,
    postings: member.postings.map((posting) => within(posting, classIds, studentIds)),
  }));
  const voice = makeFamilyVoice(now);
  const joining = makeJoining(now, {
    schoolName: SCHOOL_NAME,
    childName: STUDENTS.menteeIn73.name,
  });
  const forms = makeInteractions(rosters, today, seed);
  const other = otherSchool(terms, now);
  const meetings = rosters.map((roster) =>
    makeConsultations({
      roster,
      members,
      placeLabel: classLabel(roster.schoolClass, schoolYear, '54'),
      term: current,
      today,
      seed,
    }),
  );
  const cared = rosters.map((roster, index) => ({
    ...roster,
    students: visiting[index]?.students ?? [],
  }));
  const elsewhere = {
    schoolClass: other.schoolClass,
    students: other.students,
    homeroomTeacher: personById(CAST.otherHomeroomTeacher),
  };
  const care = cared.map((of) => makeCare(of, current, today));
  const safety = [
    makeSafety(cared, personById(CAST.studentAffairsOffice), current, today),
    makeSafety([elsewhere], personById(CAST.otherPrincipal), current, today),
  ];
  const timeline = [...mentoring, ...visiting, forms, ...care, ...safety].flatMap(
    (made) => made.timeline,
  );
  const ofDuties = { rosters, terms, today, seed };
  return {
    collections: {
      schools: [school, other.school],
      members,
      classes: [...rosters.map(({ schoolClass }) => schoolClass), other.schoolClass],
      students: [...students, ...other.students],
      classLedgers: [...ledgers.flatMap((made) => made.classLedgers), other.ledger],
      ledgerEntries: [...ledgers.flatMap((made) => made.ledgerEntries), other.entry],
      revisions: ledgers.flatMap((made) => made.revisions),
      sealedNotes: [
        ...[...ledgers, ...visiting, ...care, ...safety].flatMap((made) => made.sealedNotes),
        ...voice.sealedNotes,
        other.sealedNote,
      ],
      ...joining,
      heartToHeartCodes: voice.codes,
      heartToHeartCards: voice.cards,
      correctionRequests: voice.requests,
      mentorships: mentoring.flatMap((made) => made.mentorships),
      talks: mentoring.flatMap((made) => made.talks),
      interactionCampaigns: [
        ...forms.interactionCampaigns,
        ...otherCampaigns(today, other.students.length),
      ],
      interactionRecords: forms.interactionRecords,
      interactionProgress: forms.interactionProgress,
      interactionCodes: forms.interactionCodes,
      schoolParts: forms.schoolParts,
      consultations: meetings.flatMap((made) => made.consultations),
      consultationItems: meetings.flatMap((made) => made.consultationItems),
      resolutions: meetings.flatMap((made) => made.resolutions),
      homeVisits: visiting.flatMap((made) => made.homeVisits),
      classWorks: rosters.flatMap((roster) => makeClassWorks(roster, current, today)),
      timeline,
      standings: makeStandings(ofDuties),
      summaries: makeSummaries({ ...ofDuties, students, timeline }),
      attentionCases: care.flatMap((made) => made.attentionCases),
      attentionCounts: [
        countsOf(
          care.flatMap((made) => made.sealedNotes),
          today,
        ),
      ],
      attentionFollowUps: care.flatMap((made) => made.attentionFollowUps),
      peerPairings: care.flatMap((made) => made.peerPairings),
      healthConditions: safety.flatMap((made) => made.healthConditions),
      screeningRounds: safety.flatMap((made) => made.screeningRounds),
      screeningSheets: safety.flatMap((made) => made.screeningSheets),
      ...makeRosterImports(stamps),
      audits: [...ledgers, ...mentoring, ...visiting, forms, ...care, ...safety].flatMap(
        (made) => made.audits,
      ),
    },
    people: [
      ...Object.values<CastMember>(CAST).map((one) => personOf(one, schoolNameOf(one))),
      ...staff.map(({ _id: openid, name, postings }) =>
        personOf({ openid, name, postings }, SCHOOL_NAME),
      ),
    ],
  };

  function schoolNameOf({ postings: [first] }: CastMember): string | undefined {
    if (!first) return undefined;
    return first.schoolId === SCHOOL_ID ? school.name : other.school.name;
  }
}

const personById = ({ openid, name }: CastMember) => ({ _id: openid, name });

/** Teachers who are not of the cast. */
function staffOf({ homeroomTeacher, teachers }: ClassRoster): Member[] {
  return [...('postings' in homeroomTeacher ? [homeroomTeacher as Member] : []), ...teachers];
}
