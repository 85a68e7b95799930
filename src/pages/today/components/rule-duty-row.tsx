import { sayDay } from '../../../../domain/calendar/day';
import { kindsOf } from '../../../../domain/class-work/class-work-kinds';
import { MEETING_KIND_IDS } from '../../../../domain/regulation/meeting-words';
import type { RecordKind } from '../../../../domain/regulation/record-kind';
import { Button } from '../../../components/button';
import { Row } from '../../../components/row';
import { openPage, openTab } from '../../../platform/navigate';
import type { MeetingDuties } from '../today.queries';

type RuleDuty = MeetingDuties['duties'][number];

const CLASS_WORKS: readonly RecordKind[] = kindsOf('class');

const isMeeting = (kind: RecordKind) => MEETING_KIND_IDS.some((id) => id === kind);

type Place = RuleDuty['waiting'][number] | undefined;

/** Where the record that settles a duty is made; for the rest one begins with the students. */
const PAGES: Partial<Record<RecordKind, (first: Place) => void>> = {
  monthlyReport: () => openPage('monthlyReport', {}),
  consultationPlan: () => openPage('termPlans', {}),
  weeklyReport: () => openPage('summaries', {}),
  bulletin: () => openPage('summaries', {}),
  termSummary: () => openPage('summaries', {}),
  weeklyCheck: (first) => openPage('resolutions', first ? { divisionId: first.id } : {}),
  screeningRound: () => openPage('screening', {}),
  specialHealthScreening: () => openPage('screening', {}),
  attentionRegister: () => openPage('screening', {}),
  interactionRecord: () => openPage('forms', {}),
  guardianInteractionRecord: () => openPage('forms', {}),
  homeVisit: () => openPage('homeVisits', {}),
  talk: () => openPage('unseen', {}),
  heartToHeartCard: (first) => first && openPage('cardCodes', { classId: first.id }),
  sponsorSummary: () => openPage('recordWork', { kind: 'sponsorSummary' }),
  classLedger: (first) => first && openPage('classLedger', { classId: first.id }),
};

function openVerb({ kind, factId, waiting }: RuleDuty): void {
  const [first] = waiting;
  const open = PAGES[kind];
  const isWork = CLASS_WORKS.some((one) => one === kind);
  if (factId !== null && first) openPage('meeting', { meetingId: factId, placeId: first.id });
  else if (isMeeting(kind)) openPage('planMeeting', {});
  else if (isWork && first) openPage('recordWork', { kind, classId: first.id });
  else if (open) open(first);
  else openTab('students');
}

/** Who still owes it, by name: 七年级(1)班、(2)班等 12 个. */
function sayWaiting({ waiting, of, done }: RuleDuty): string | false {
  const names = waiting.map(({ label }) => label).filter(Boolean);
  if (of < 2) return false;
  if (names.length === 0) return `${done}/${of}`;
  const more = of - done > names.length ? `等 ${of - done} 个` : '';
  return `${done}/${of}，还差${names.join('、')}${more}`;
}

/** What a rule asks: by when, who is still missing, and the verb that settles it. */
export function RuleDutyRow({ duty, today }: { duty: RuleDuty; today: string }) {
  const { title, action, dueOn, isLate, excuse, of } = duty;
  const due = isLate ? `${sayDay(dueOn, today)}到期，晚了` : `${sayDay(dueOn, today)}前`;
  // Whoever leads twelve classes does not hold their meetings: they look where it is missing.
  const verb = of > 1 && isMeeting(duty.kind) ? '看一看' : action;
  const open = () => (verb === action ? openVerb(duty) : openTab('meetings'));
  return (
    <Row
      title={title}
      note={[excuse ?? due, sayWaiting(duty)].filter(Boolean).join(' · ')}
      aside={<Button text={verb} label={`${verb}：${title}`} onTap={open} />}
    />
  );
}
