import { View } from '@tarojs/components';
import { dayOf, daysBetween, sayDay } from '../../../../../domain/calendar/day';
import { saySeen } from '../../../../../domain/talk/talk.rules';
import { Button } from '../../../../components/button';
import { Row } from '../../../../components/row';
import { openPage } from '../../../../platform/navigate';
import { sayNext } from '../../../../sheets/talk/say-next';
import type { Mentee } from '../../mentoring.queries';
import './mentee-row.scss';

/** So long a mentee counts as newly taken over. */
const NEW_FOR_DAYS = 30;

interface MenteeRowProps {
  mentee: Mentee;
  onTalk(): void;
}

/** One mentee: last seen, the day agreed, and the verb; a new one has a handover to read. */
export function MenteeRow({ mentee, onTalk }: MenteeRowProps) {
  const { studentId, name, classLabel, daysSince, nextTalkOn, mentorSince, mayRecord } = mentee;
  const today = dayOf(new Date());
  const isNew = mentorSince !== null && daysBetween(mentorSince, today) < NEW_FOR_DAYS;
  return (
    <Row
      title={name}
      note={[classLabel, saySeen(daysSince), sayNext(nextTalkOn)].filter(Boolean).join(' · ')}
      aside={mayRecord && <Button text="记面谈" label={`记一次面谈：${name}`} onTap={onTalk} />}
    >
      <View className="mentee-link">
        {isNew ? (
          <Button
            kind="link"
            text={`${sayDay(mentorSince, today)}结对，看交接`}
            label={`看${name}的交接`}
            onTap={() => openPage('handover', { studentId })}
          />
        ) : (
          <Button
            kind="link"
            text="看档案"
            label={`看${name}的档案`}
            onTap={() => openPage('studentFile', { studentId })}
          />
        )}
      </View>
    </Row>
  );
}
