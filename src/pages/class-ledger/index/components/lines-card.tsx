import { Text, View } from '@tarojs/components';
import { LEDGER_FIELD_NAMES } from '../../../../../domain/class-ledger/class-ledger.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { usePaged } from '../../../../components/paged';
import { Row } from '../../../../components/row';
import { Segments } from '../../../../components/segments';
import type { LedgerLine } from '../../class-ledger.queries';

const A_PAGE = 20;

interface LinesCardProps {
  lines: readonly LedgerLine[];
  onOpen(line: LedgerLine): void;
}

/** The students' lines, a page at a time. */
export function LinesCard({ lines, onOpen }: LinesCardProps) {
  const { shown, left, showMore } = usePaged(lines, A_PAGE);
  const written = lines.filter(({ filled, isCarriedOver }) => filled > 0 && !isCarriedOver).length;
  return (
    <Card title="每名学生" aside={`已写 ${written}/${lines.length}`}>
      {lines.length === 0 && <Empty text="花名册导入后，每名学生在这里有一行。" />}
      {shown.map((line) => (
        <Line key={line.studentId} line={line} onOpen={() => onOpen(line)} />
      ))}
      {left > 0 && (
        <Button kind="link" text={`再显示 ${Math.min(left, A_PAGE)} 人`} onTap={showMore} />
      )}
    </Card>
  );
}

function Line({ line, onOpen }: { line: LedgerLine; onOpen(): void }) {
  const { name, hasLeft, glimpse, filled, isCarriedOver } = line;
  const state = sayState(line);
  return (
    <Row title={hasLeft ? `${name}（已离校）` : name} label={`${name}，${state}`} onTap={onOpen}>
      {glimpse !== '' && <Text className="line-glimpse">{glimpse}</Text>}
      <View className="line-state">
        <Segments filled={filled} of={LEDGER_FIELD_NAMES.length} isFaint={isCarriedOver} />
        <Text>{state}</Text>
      </View>
    </Row>
  );
}

function sayState({ filled, isCarriedOver, contributions, hasSealed }: LedgerLine): string {
  const written = filled === 0 ? '还没有写' : `已写 ${filled} 项`;
  return [
    isCarriedOver ? '上学期的内容，待确认' : written,
    contributions > 0 && `补充 ${contributions} 条`,
    hasSealed && '有保密记录',
  ]
    .filter(Boolean)
    .join(' · ');
}
