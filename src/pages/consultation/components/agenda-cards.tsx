import { monthAndDay } from '../../../../domain/calendar/day';
import { saySeen } from '../../../../domain/talk/talk.rules';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';
import { sayDate } from '../../../platform/when';
import type { Agenda, Meeting } from '../consultation.queries';

/** What is late on the level below: the meeting asks why. */
export function LateBelow({ late }: { late: Agenda['late'] }) {
  if (late.length === 0) return null;
  return (
    <Card title="下面还没有做完的" aside={String(late.length)}>
      {late.map(({ id, what, owner, dueOn, placeLabel }) => (
        <Row
          key={id}
          title={what}
          note={`${placeLabel} · ${owner} · ${monthAndDay(dueOn)}到期，晚了`}
        />
      ))}
    </Card>
  );
}

/** What had been proposed for a meeting that is over. */
export function TakenTopics({ topics }: { topics: Meeting['topics'] }) {
  if (topics.length === 0) return null;
  return (
    <Card title="提出的议题" aside={String(topics.length)}>
      {topics.map(({ id, text, byName }) => (
        <Row key={id} title={text} note={`${byName}提出`} />
      ))}
    </Card>
  );
}

/** One of whom the meeting should speak, and why. */
export interface Proposed {
  studentId: string;
  name: string;
  why: string;
}

/** Those newly in need of attention, then those not seen for longest; each once. */
export function proposedIn({ flagged, unseen }: Pick<Agenda, 'flagged' | 'unseen'>): Proposed[] {
  const all = [
    ...flagged.map(({ studentId, name, classLabel, what, createdAt }) => ({
      ...{ studentId, name },
      why: `新近${what} · ${classLabel} · ${sayDate(createdAt)}`,
    })),
    ...unseen.map(({ studentId, name, classLabel, daysSince }) => ({
      ...{ studentId, name },
      why: `很久没有谈过：${saySeen(daysSince)} · ${classLabel}`,
    })),
  ];
  return all.filter(
    ({ studentId }, place) => all.findIndex((one) => one.studentId === studentId) === place,
  );
}

/** Students whom the agenda brings by itself. */
export function ProposedStudents({ agenda }: { agenda: Agenda }) {
  const proposed = proposedIn(agenda);
  if (proposed.length === 0) return null;
  return (
    <Card title="会上说说这些学生" aside={String(proposed.length)}>
      {proposed.map(({ studentId, name, why }) => (
        <Row key={studentId} title={name} note={why} />
      ))}
    </Card>
  );
}

interface AnsweredFormsProps {
  forms: Agenda['forms'];
  /** The class whose tally a tap opens. */
  classId: string | null;
  /** Only for whoever prepares the meeting: which of them it speaks of. */
  onChoose?(campaignIds: string[]): void;
}

/** What families and students have answered: figures first, the rest one tap away. */
export function AnsweredForms({ forms, classId, onChoose }: AnsweredFormsProps) {
  const shown = onChoose ? forms : forms.filter(({ isLinked }) => isLinked);
  if (shown.length === 0) return null;
  const linked = forms.filter(({ isLinked }) => isLinked).map(({ campaignId }) => campaignId);
  return (
    <Card title="问卷的汇总" aside={String(shown.length)}>
      {shown.map(({ campaignId, title, respondent, isLinked, answered, lines }) => (
        <Row
          key={campaignId}
          title={title}
          note={[`${respondent === 'guardian' ? '家长' : '学生'} ${answered} 份`, ...lines].join(
            '\n',
          )}
          onTap={() =>
            openPage('formTally', { campaign: campaignId, ...(classId !== null && { classId }) })
          }
          aside={
            onChoose && (
              <Button
                kind={isLinked ? 'link' : 'quiet'}
                text={isLinked ? '不上会' : '上会'}
                label={`${isLinked ? '不上会' : '上会'}：${title}`}
                onTap={() =>
                  onChoose(
                    isLinked ? linked.filter((id) => id !== campaignId) : [...linked, campaignId],
                  )
                }
              />
            )
          }
        />
      ))}
    </Card>
  );
}
