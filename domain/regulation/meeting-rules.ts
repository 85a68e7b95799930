/** What a meeting lacks by the rules of its kind: the same in the form and on the server. */
import type { MeetingFacts } from './meeting-facts';
import { type Breach, findingOf } from './meeting-findings';
import type { MeetingKind, MeetingRule } from './meeting-kind.schema';
import { PARTICIPANTS } from './meeting-words';

/** The people that must come. Shares are computed in whole numbers: 60 % of 45 is 27. */
function attendanceBreaches({ attendees }: MeetingKind, { attendance }: MeetingFacts): Breach[] {
  return attendees.flatMap(({ who, isRequired, minSharePercent, clause }) => {
    const { expected, present } = attendance[who] ?? { expected: 0, present: 0 };
    const label = PARTICIPANTS[who];
    if (minSharePercent) {
      const needed = Math.ceil((expected * minSharePercent) / 100);
      if (present >= needed && present > 0) return [];
      const share = expected === 0 ? 0 : Math.floor((present * 100) / expected);
      const lack = Math.max(needed - present, 1);
      const sentence = `${label}应到 ${expected} 人，到会 ${present} 人（${share}%），应不低于 ${minSharePercent}%，还差 ${lack} 人。`;
      return [{ clause, sentence }];
    }
    if (!isRequired || present > 0) return [];
    return [{ clause, sentence: `${label}应当参加，现在没有人到会。` }];
  });
}

/** What a meeting lacks, in the order of its life: before, during, after. */
export function breachesOf(kind: MeetingKind, facts: MeetingFacts): Breach[] {
  const isHeld = facts.stage !== 'planned';
  const rules: MeetingRule[] = [
    ...kind.before,
    ...(isHeld ? kind.during : []),
    ...(facts.stage === 'closed' ? kind.after : []),
  ];
  const found = rules.flatMap((rule) => {
    const finding = findingOf(rule, facts);
    if (finding === null) return [];
    return [typeof finding === 'string' ? { clause: rule.clause, sentence: finding } : finding];
  });
  return isHeld ? [...found, ...attendanceBreaches(kind, facts)] : found;
}
