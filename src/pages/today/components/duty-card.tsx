import { Text, View } from '@tarojs/components';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip, Chips } from '../../../components/chip';
import { Progress } from '../../../components/segments';
import { openPage } from '../../../platform/navigate';
import type { Duty } from '../today.queries';
import './duty-card.scss';

interface DutyCardProps {
  duty: Duty;
  /** The nearest thing owed has the main verb of the screen. */
  isFirst: boolean;
  /** Opens 补一句 for a mentee. */
  onContribute(student: { id: string; name: string }): void;
}

/** One thing owed: how far it is, the verb, and the names that wait. A tap on a name begins it. */
export function DutyCard({ duty, isFirst, onContribute }: DutyCardProps) {
  const { classId, waiting, done, of } = duty;
  const begin = ({ studentId, name }: Duty['waiting'][number]) => {
    if (classId === null) onContribute({ id: studentId, name });
    else openPage('ledgerEntry', { classId, studentId });
  };
  const first = waiting[0];
  const verb = classId === null ? '补一句' : done > 0 ? '继续写' : '开始写';
  const more = of - done - waiting.length;
  return (
    <Card title={duty.title} aside={`${classId === null ? '已补充' : '已写'} ${done}/${of}`}>
      <Progress done={done} of={of} />
      <Text className="duty-waiting">{classId === null ? '还没有补充' : '还没有写'}</Text>
      <Chips>
        {waiting.map((student) => (
          <Chip key={student.studentId} text={student.name} onTap={() => begin(student)} />
        ))}
        {more > 0 && <Chip text={`还有 ${more} 人`} />}
      </Chips>
      <View className="duty-verbs">
        {first && (
          <Button
            kind={isFirst ? 'main' : 'quiet'}
            text={verb}
            label={`${verb}：${first.name}`}
            onTap={() => begin(first)}
          />
        )}
        {classId !== null && (
          <Button
            kind="link"
            text="看全班台账"
            onTap={() => openPage('classLedger', { classId })}
          />
        )}
      </View>
    </Card>
  );
}
