import { View } from '@tarojs/components';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Progress } from '../../../../components/segments';
import { openPage } from '../../../../platform/navigate';
import { sayDate } from '../../../../platform/when';
import type { Sheet, SheetStudent } from '../../screening.queries';
import './sheet-cards.scss';

interface SheetCardsProps {
  sheet: Sheet;
  onSame(student: SheetStudent): void;
  onTakeBack(student: SheetStudent): void;
  onFound(student: SheetStudent): void;
}

/** Those who wait first, then those with something, then the rest. */
export function SheetCards({ sheet, onSame, onTakeBack, onFound }: SheetCardsProps) {
  const { students, may } = sheet;
  const of = (state: SheetStudent['state']) => students.filter((one) => one.state === state);
  const [waiting, concerned, same] = [of(null), of('concern'), of('same')];
  return (
    <>
      <Head sheet={sheet} />
      {waiting.length > 0 && (
        <Card title="还没有看到" aside={`${waiting.length} 人`}>
          {waiting.map((student) => (
            <Row
              key={student.studentId}
              title={student.name}
              aside={
                may.tick && (
                  <View className="tick-verbs">
                    <Button
                      text="有情况"
                      label={`有情况：${student.name}`}
                      onTap={() => onFound(student)}
                    />
                    <Button
                      text="无变化"
                      label={`无变化：${student.name}`}
                      onTap={() => onSame(student)}
                    />
                  </View>
                )
              }
            />
          ))}
        </Card>
      )}
      {concerned.length > 0 && (
        <Card title="有情况" aside={`${concerned.length} 人`}>
          {concerned.map(({ studentId, name }) => (
            <Row
              key={studentId}
              title={name}
              note="写在保密记录里，从成长记录打开"
              onTap={() => openPage('studentFile', { studentId })}
            />
          ))}
        </Card>
      )}
      {same.length > 0 && (
        <Card title="无变化" aside={`${same.length} 人`}>
          {same.map((student) => (
            <Row
              key={student.studentId}
              title={student.name}
              aside={
                may.tick && (
                  <Button
                    kind="link"
                    text="重看"
                    label={`重看：${student.name}`}
                    onTap={() => onTakeBack(student)}
                  />
                )
              }
            />
          ))}
        </Card>
      )}
      {students.length === 0 && <Empty text="花名册导入后，每名学生在这里有一行。" />}
    </>
  );
}

function Head({ sheet }: { sheet: Sheet }) {
  const { round, classLabel, status, students, unticked, submittedBy, confirmedBy } = sheet;
  const seen = students.length - unticked.length;
  const state = {
    open: `请在${sayDate(round.dueOn)}前交`,
    submitted: `${submittedBy ?? ''}已交，等级部确认`,
    confirmed: `${confirmedBy ?? ''}已确认`,
  }[status];
  return (
    <Card title={`${classLabel} · ${round.title}`} aside={`${seen}/${students.length}`}>
      <Progress done={seen} of={students.length} />
      <Notice text={state} />
    </Card>
  );
}
