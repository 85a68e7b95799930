import { hasAction, whyAllowed } from '../../../domain/access/can';
import type { Member, Role } from '../../../domain/access/roles';
import type { Subject } from '../../../domain/access/scopes';
import type {
  AttentionCase,
  AttentionFollowUp,
} from '../../../domain/attention/attention-case.schema';
import { CASE_KINDS } from '../../../domain/attention/case-kinds';
import type { PeerPairing } from '../../../domain/attention/peer-pairing.schema';
import type { ClassWork } from '../../../domain/class-work/class-work.schema';
import type { CorrectionRequest } from '../../../domain/correction-request/correction-request.schema';
import { ERROR_SENTENCES } from '../../../domain/errors';
import type {
  HeartToHeartCard,
  HeartToHeartCode,
} from '../../../domain/heart-to-heart-card/heart-to-heart-card.schema';
import type { HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import type { InteractionCampaign } from '../../../domain/interaction-form/interaction-campaign.schema';
import type { InteractionCode } from '../../../domain/interaction-form/interaction-code.schema';
import type {
  GuardianCode,
  GuardianRequest,
} from '../../../domain/joining/guardian-request.schema';
import { childrenOf } from '../../../domain/joining/joining.rules';
import type { StaffInvitation } from '../../../domain/joining/staff-invitation.schema';
import type { ErasureRequest } from '../../../domain/leaving/erasure-request.schema';
import type { SchoolClass, Student } from '../../../domain/school/roster.schema';
import type { SealedNote } from '../../../domain/sealed-note/sealed-note.schema';
import type { Talk } from '../../../domain/talk/talk.schema';
import { CAST, castMembers, SCHOOL_ID } from '../../school/cast';
import { SEALED_MARK } from '../../school/lines';
import { type CallResult, startCloud, type TestCloud } from '../harness/cloud';
import { EXAMPLES, PROCEDURES, type Target } from './examples';
import { meetingThings } from './meeting-examples';
import { rosterThings } from './roster-examples';
import { summaryThings } from './summary-examples';
import { outcome } from './writes';

const REFUSED = JSON.stringify({
  error: { code: 'notFound', message: ERROR_SENTENCES.notFound },
});
/** How a call ends that was allowed: done, or refused for another cause than rights. */
const LET_IN = [
  'ok',
  'stale',
  'studentLeft',
  'mentorUnknown',
  'screeningIncomplete',
  'classNotEmpty',
];

jest.setTimeout(120_000);

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

/** Who is shown a card that cannot wait and has just come. */
const FIRST_HELPERS: Role[] = ['counsellor'];

/** What a call may be about: every class, student and note of both schools, and what is absent. */
interface Thing {
  id: string;
  subject: Subject | null;
}

/** Of the first places of every class: closed, without feedback, with a companion, planned. */
const visits = () =>
  world.stored<HomeVisit>('homeVisits').filter(({ _id }) => /-s0[1-5]$/.test(_id));

function thingsOf(member: Member): Record<Target, Thing[]> {
  const schoolId = member.postings[0]?.schoolId ?? SCHOOL_ID;
  const absent = { id: 'nobody', subject: null };
  const students: Thing[] = [
    ...world
      .stored<Student>('students')
      .filter(({ _id, status }) => /-s0[13]$/.test(_id) || status === 'left')
      .map(({ _id, schoolId: of, divisionId, classId }) => ({
        id: _id,
        subject: { schoolId: of, divisionId, classId, studentId: _id },
      })),
    absent,
  ];
  const children = childrenOf(member, schoolId);
  const childLast = (id: string) => Number(children.includes(id));
  return {
    caller: [{ id: member._id, subject: { schoolId, memberId: member._id } }],
    school: [{ id: schoolId, subject: { schoolId } }],
    // A list of whatever is within reach: who has the row gets it.
    reach: [{ id: schoolId, subject: { schoolId } }],
    class: [
      ...world.stored<SchoolClass>('classes').map(({ _id, schoolId: of, divisionId }) => ({
        id: _id,
        subject: { schoolId: of, divisionId, classId: _id },
      })),
      absent,
    ],
    division: [
      ...new Map(
        world
          .stored<SchoolClass>('classes')
          .map(({ schoolId: of, divisionId }) => [divisionId, { schoolId: of, divisionId }]),
      ).values(),
    ]
      .map((subject): Thing => ({ id: subject.divisionId, subject }))
      .concat(absent),
    // Two of every class, among them mentees and children of the cast, and who has left.
    student: students,
    ownChildLast: [...students].sort((one, other) => childLast(one.id) - childLast(other.id)),
    homeVisit: [
      ...visits().map((visit) => ({
        id: visit._id,
        subject: { ...visit, memberId: visit.visitorId },
      })),
      absent,
    ],
    classWork: [
      ...world.stored<ClassWork>('classWorks').map((work) => ({
        id: work._id,
        subject: {
          schoolId: work.schoolId,
          divisionId: work.divisionId ?? undefined,
          classId: work.classId ?? undefined,
          memberId: work.createdBy,
        },
      })),
      absent,
    ],
    companion: [
      ...visits().map((visit) => ({
        id: visit._id,
        subject: visit.companionId
          ? { schoolId: visit.schoolId, memberId: visit.companionId }
          : null,
      })),
      absent,
    ],
    talk: [
      ...world
        .stored<Talk>('talks')
        .filter(({ studentId }) => /-s0[1-3]$/.test(studentId))
        .slice(0, 12)
        .map((talk) => ({ id: talk._id, subject: { ...talk, memberId: talk.createdBy } })),
      absent,
    ],
    attentionCase: [
      ...world
        .stored<AttentionCase>('attentionCases')
        .map((one) => ({ id: one._id, subject: one })),
      absent,
    ],
    // Those whose kind is no secret: of the others the kind decides who writes them.
    growthFile: [
      ...world
        .stored<AttentionCase>('attentionCases')
        .filter(({ kind }) => !CASE_KINDS[kind].isSealed)
        .map((one) => ({ id: one._id, subject: one })),
      absent,
    ],
    attentionFollowUp: [
      ...world.stored<AttentionFollowUp>('attentionFollowUps').map((one) => ({
        id: one._id,
        subject: { ...one, memberId: one.createdBy },
      })),
      { id: 'nobody~nothing', subject: null },
    ],
    peerPairing: [
      ...world.stored<PeerPairing>('peerPairings').map((one) => ({ id: one._id, subject: one })),
      absent,
    ],
    guardianCode: [
      ...world
        .stored<GuardianCode>('guardianCodes')
        .map((code) => ({ id: code._id, subject: code })),
      { id: 'NNNNNNNN', subject: null },
    ],
    guardianRequest: [
      ...world.stored<GuardianRequest>('guardianRequests').map(({ _id, ...place }) => ({
        id: _id,
        subject: { ...place, studentId: undefined },
      })),
      absent,
    ],
    staffInvitation: [
      ...world
        .stored<StaffInvitation>('staffInvitations')
        .map((one) => ({ id: one._id, subject: one })),
      { id: 'NNNNNNNNNN', subject: null },
    ],
    heartToHeartCode: [
      ...world
        .stored<HeartToHeartCode>('heartToHeartCodes')
        .map((code) => ({ id: code._id, subject: code })),
      { id: 'NNNNNNNN', subject: null },
    ],
    interactionCode: [
      ...world
        .stored<InteractionCode>('interactionCodes')
        .map((code) => ({ id: code._id, subject: code })),
      { id: 'NNNNNNNN', subject: null },
    ],
    heartToHeartCard: [
      ...world.stored<HeartToHeartCard>('heartToHeartCards').map((card) => {
        const first = member.postings.some(({ role }) => FIRST_HELPERS.includes(role));
        const memberId = card.isUrgent ? (first ? member._id : '') : (card.toMemberId ?? '');
        return { id: card._id, subject: { schoolId: card.schoolId, memberId } };
      }),
      absent,
    ],
    correctionRequest: [
      ...world
        .stored<CorrectionRequest>('correctionRequests')
        .map((request) => ({ id: request._id, subject: request })),
      absent,
    ],
    ...meetingThings(world, member),
    ...summaryThings(world),
    ...rosterThings(world),
    // Whoever sent it out.
    campaign: [
      ...world
        .stored<InteractionCampaign>('interactionCampaigns')
        .map(({ _id, schoolId: of, createdBy }) => ({
          id: _id,
          subject: { schoolId: of, memberId: createdBy },
        })),
      absent,
    ],
    staffMember: [
      ...world
        .stored<Member>('members')
        .slice(0, 16)
        .map(({ _id, postings }) => {
          const work = postings.find(({ role }) => role !== 'guardian');
          return { id: _id, subject: work ? { schoolId: work.schoolId } : null };
        }),
      absent,
    ],
    erasureRequest: [
      ...world.stored<ErasureRequest>('erasureRequests').map((one) => ({
        id: one._id,
        // The guardian who asked, and the office.
        subject: { ...one, studentId: one.memberId === member._id ? one.studentId : undefined },
      })),
      absent,
    ],
    anybody: [],
    sealedNote: [
      ...world.stored<SealedNote>('sealedNotes').map((note) => ({
        id: note._id,
        // What somebody thought otherwise in a meeting is opened there, by whoever led it.
        subject:
          note.kind === 'dissent'
            ? null
            : {
                schoolId: note.schoolId,
                divisionId: note.divisionId,
                classId: note.classId,
                studentId: note.studentId ?? undefined,
              },
      })),
      absent,
    ],
  };
}

const BATCH = 10;

async function inBatches(member: Member, calls: { path: string; input?: unknown }[]) {
  const results: CallResult[] = [];
  for (let from = 0; from < calls.length; from += BATCH) {
    const batch = calls.slice(from, from + BATCH);
    results.push(...(await world.callMany({ openid: member._id }, batch)));
  }
  return results;
}

test('the school holds sealed words that could leak', () => {
  const notes = world.stored<SealedNote>('sealedNotes');
  expect(notes.filter(({ text }) => text.includes(SEALED_MARK)).length).toBeGreaterThan(5);
});

test('there is an example for every procedure, and for no other', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(PROCEDURES.map(({ path }) => path).sort());
});

describe('every role, every procedure, everything it could be about', () => {
  test.each(castMembers())(
    '$name gets what the table grants, nothing else and nothing sealed',
    async (member) => {
      const things = thingsOf(member);
      const attempts = PROCEDURES.flatMap(({ path, action }) => {
        const example = EXAMPLES[path];
        if (!example) return [];
        return things[example.about].map(({ id, subject }) => ({
          call: { path, input: example.input(id) },
          about: id,
          isGranted:
            subject !== null &&
            (example.about === 'reach'
              ? hasAction(member, action, subject.schoolId)
              : whyAllowed(member, action, subject) !== null),
        }));
      });
      const results = await inBatches(
        member,
        attempts.map(({ call }) => call),
      );
      const wrong = attempts.filter(({ isGranted }, index) => {
        const result = results[index] as CallResult;
        const ended = outcome(result);
        return isGranted ? !LET_IN.includes(ended) : JSON.stringify(result) !== REFUSED;
      });
      expect(wrong).toEqual([]);

      const opening =
        /^(sealedNote\.|attentionCase\.reviseSealed$|healthCondition\.(byId|revise)$|screeningFinding\.|heartToHeartCard\.(byId|close)$)/;
      const open = results.filter((_, i) => !opening.test(attempts[i]?.call.path ?? ''));
      expect(JSON.stringify(open)).not.toContain(SEALED_MARK);
      expect(attempts.some(({ isGranted }) => isGranted)).toBe(true);
    },
  );
});

describe('who is no member', () => {
  test('is let in by these procedures only, and by a code', () => {
    const open = PROCEDURES.filter(({ isPublic }) => isPublic).map(({ path }) => path);
    expect(open.sort()).toEqual([
      'guardianDoor.byId',
      'guardianDoor.list',
      'guardianDoor.submit',
      'heartToHeartCard.submit',
      'heartToHeartReceipt.byId',
      'interactionSlip.byId',
      'interactionSlip.submit',
      'phoneDoor.byId',
      'phoneDoor.submit',
      'setUp.byId',
      'setUp.record',
      'staffDoor.byId',
      'staffDoor.submit',
    ]);
  });

  // Refused before any input is read: a wrong one is not even looked at.
  const closed = PROCEDURES.filter(({ isPublic }) => !isPublic);
  const calls = closed.flatMap(({ path }) => [
    { path, input: EXAMPLES[path]?.input('nobody') },
    { path, input: { $gt: '' } },
  ]);

  test('is refused everywhere, with one and the same answer', async () => {
    const results = await inBatches({ _id: CAST.stranger.openid, name: '', postings: [] }, calls);
    const answers = new Set(results.map((result) => JSON.stringify(result)));
    expect([...answers]).toEqual([
      JSON.stringify({ error: { code: 'notMember', message: ERROR_SENTENCES.notMember } }),
    ]);
  });

  test('nor does naming a school make them one', async () => {
    const { results } = await world.send(CAST.stranger, {
      schoolId: SCHOOL_ID,
      calls: [{ path: 'me.byId' }],
    });
    expect(results.map(outcome)).toEqual(['notMember']);
  });

  test('without a WeChat identity nothing is answered at all', async () => {
    const { result } = await world.cloud.testFunction<{ results: CallResult[] }>('api', {
      calls: calls.slice(0, BATCH),
    });
    expect(new Set(result.results.map(outcome))).toEqual(new Set(['signInNeeded']));
  });
});
