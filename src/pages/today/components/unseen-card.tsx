import { saySeen } from '../../../../domain/talk/talk.rules';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';
import { sayNext } from '../../../sheets/talk/say-next';
import type { Unseen } from '../today.queries';

interface UnseenCardProps {
  unseen: Unseen;
  onTalk(student: Unseen['waiting'][number]): void;
}

/** 还没见到: mentees whose talk is due, the longest ago first; the verb stands beside the name. */
export function UnseenCard({ unseen: { seen, of, waiting }, onTalk }: UnseenCardProps) {
  const more = of - seen - waiting.length;
  return (
    <Card title="还没见到" aside={`已见 ${seen}/${of}`}>
      {waiting.map((student) => (
        <Row
          key={student.studentId}
          title={student.name}
          note={[saySeen(student.daysSince), sayNext(student.nextTalkOn)]
            .filter(Boolean)
            .join(' · ')}
          aside={
            <Button
              text="记一次面谈"
              label={`记一次面谈：${student.name}`}
              onTap={() => onTalk(student)}
            />
          }
        />
      ))}
      {waiting.length === 0 && <Empty text="受导学生最近都谈过了。" />}
      <Button
        kind="link"
        text={more > 0 ? `还有 ${more} 人，看全部受导学生` : '看全部受导学生'}
        onTap={() => openPage('mentees', {})}
      />
    </Card>
  );
}
