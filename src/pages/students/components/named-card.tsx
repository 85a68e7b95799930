import { Text, View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { Chip, Chips } from '../../../components/chip';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';
import type { ListedStudent } from '../students.queries';
import { StudentRows } from './student-rows';
import './named-card.scss';

interface NamedCardProps {
  students: readonly ListedStudent[];
  isMentor: boolean;
  isGuardian: boolean;
}

/** Students named in one's postings. Children have a row each; mentees, by class, a name each. */
export function NamedCard({ students, isMentor, isGuardian }: NamedCardProps) {
  if (!isMentor) {
    return (
      <Card title={isGuardian ? '我的孩子' : '与我有关的学生'}>
        <StudentRows students={students} hasClass />
      </Card>
    );
  }
  const classes = [...new Set(students.map(({ classLabel }) => classLabel))];
  return (
    <Card
      title={isGuardian ? '受导学生和我的孩子' : '我的受导学生'}
      aside={`${students.length} 人`}
    >
      <Row title="家访" note="这学期去过谁，接下来是谁" onTap={() => openPage('homeVisits', {})} />
      {classes.map((label) => (
        <View key={label}>
          <Text className="named-class">{label}</Text>
          <Chips>
            {students
              .filter(({ classLabel }) => classLabel === label)
              .map(({ id, name }) => (
                <Chip
                  key={id}
                  text={name}
                  onTap={() => openPage('studentFile', { studentId: id })}
                />
              ))}
          </Chips>
        </View>
      ))}
    </Card>
  );
}
