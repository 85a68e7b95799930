import { Text, View } from '@tarojs/components';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Switcher } from '../../../../components/switcher';
import { openPage } from '../../../../platform/navigate';
import { sayWhen } from '../../../../platform/when';
import type { ClassLedger } from '../../class-ledger.queries';

interface HeadCardsProps {
  ledger: ClassLedger;
  onSwitchTerm(): void;
  onPrint(): void;
}

/** Who the class is, counted from the roster; then the analysis and the goal of the term. */
export function HeadCards({ ledger, onSwitchTerm, onPrint }: HeadCardsProps) {
  const { class: schoolClass, header, term, terms, may } = ledger;
  const edit = () => openPage('ledgerHead', { classId: schoolClass.id });
  const { updatedByName, updatedAt } = ledger;
  return (
    <>
      <Card title={schoolClass.label} aside={`班主任 ${schoolClass.homeroomTeacher}`}>
        <Text className="ledger-counts">
          {`${header.students} 人 · 男 ${header.boys} · 女 ${header.girls}`}
        </Text>
        <View className="ledger-term">
          {terms.length > 1 ? (
            <Switcher text={term.label} label="学期" onTap={onSwitchTerm} />
          ) : (
            <Text className="ledger-counts">{term.label}</Text>
          )}
          {may.print && <Button kind="link" text="打印" onTap={onPrint} />}
        </View>
      </Card>
      <Card
        title="全班情况和目标"
        aside={may.revise && <Button kind="link" text="修改" onTap={edit} />}
      >
        <Text className="ledger-label">全班总体情况分析</Text>
        <Text className="ledger-text">{ledger.analysis || '还没有写'}</Text>
        <Text className="ledger-label">本学期培养目标</Text>
        <Text className="ledger-text">{ledger.goal || '还没有写'}</Text>
        {updatedByName && updatedAt && (
          <Text className="ledger-note">{`${updatedByName} · ${sayWhen(updatedAt)}更新`}</Text>
        )}
      </Card>
    </>
  );
}
