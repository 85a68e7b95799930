import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';
import { sayWhen } from '../../../platform/when';
import { useFamilyVoiceDuties } from '../today.queries';

/** What children and parents have said and what waits for an answer; urgent cards first. */
export function FamilyVoiceCard() {
  const { cards = [], corrections = [], guardians = [] } = useFamilyVoiceDuties().data ?? {};
  if (cards.length + corrections.length + guardians.length === 0) return null;
  return (
    <Card title="等您回音">
      {cards.map(({ id, at, studentName, isUrgent }) => (
        <Row
          key={id}
          title={isUrgent ? '连心卡 · 请马上看' : `连心卡 · ${studentName ?? '没有署名'}`}
          note={sayWhen(at)}
          onTap={() => openPage('cards', {})}
        />
      ))}
      {corrections.map(({ id, studentId, what, at }) => (
        <Row
          key={id}
          title={`家长请更正：${what}`}
          note={sayWhen(at)}
          onTap={() => openPage('studentFile', { studentId })}
        />
      ))}
      {guardians.map(({ id, classId, childName, guardianName, at }) => (
        <Row
          key={id}
          title={`${guardianName} 想作为${childName}的家长加入`}
          note={sayWhen(at)}
          onTap={() => openPage('families', { classId })}
        />
      ))}
    </Card>
  );
}
