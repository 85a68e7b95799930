import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import {
  LEDGER_FIELD_NAMES,
  LEDGER_FIELDS,
  type LedgerField,
  type LedgerFields,
} from '../../../../../domain/class-ledger/class-ledger.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { sayWhen } from '../../../../platform/when';
import type { StudentLine } from '../../student.queries';

/** What the homeroom teacher wrote this term: strengths first, the rest and last term's on request. */
export function LineCards({ line: { term, line, lastTerm } }: { line: StudentLine }) {
  const [isOpen, setIsOpen] = useState(false);
  const fields = line.fields;
  const written = fields ? LEDGER_FIELD_NAMES.filter((name) => fields[name] !== '') : [];
  const shown = isOpen ? written : written.slice(0, 1);
  const missing = LEDGER_FIELD_NAMES.filter((name) => !written.includes(name));
  const isMore = written.length > 1 || lastTerm !== null;
  const toggle = (
    <Button kind="link" text={isOpen ? '收起' : '看全部'} onTap={() => setIsOpen(!isOpen)} />
  );
  return (
    <>
      <Card title="学情台账" aside={isMore && toggle}>
        {isOpen && <Text className="line-note">{term.label}</Text>}
        {fields && shown.map((name) => <Part key={name} name={name} text={fields[name]} />)}
        {written.length === 0 && (
          <Empty text="这学期还没有写。班主任写下的优点和情况会出现在这里。" />
        )}
        {isOpen && written.length > 0 && missing.length > 0 && (
          <Text className="line-note">
            {`还没有写：${missing.map((name) => LEDGER_FIELDS[name].label).join('、')}`}
          </Text>
        )}
        {isOpen && line.updatedByName !== null && line.updatedAt !== null && (
          <Text className="line-note">{`${line.updatedByName} · ${sayWhen(line.updatedAt)}更新`}</Text>
        )}
      </Card>
      {isOpen && lastTerm && <LastTerm label={lastTerm.label} fields={lastTerm.fields} />}
    </>
  );
}

function Part({
  name,
  text,
  isFaint = false,
}: {
  name: LedgerField;
  text: string;
  isFaint?: boolean;
}) {
  return (
    <View className="line-part">
      <Text className="line-label">{LEDGER_FIELDS[name].label}</Text>
      <Text className={isFaint ? 'line-text line-faint' : 'line-text'}>{text}</Text>
    </View>
  );
}

function LastTerm({ label, fields }: { label: string; fields: LedgerFields }) {
  const written = LEDGER_FIELD_NAMES.filter((name) => fields[name] !== '');
  return (
    <Card title="上学期写的" aside={label}>
      {written.map((name) => (
        <Part key={name} name={name} text={fields[name]} isFaint />
      ))}
    </Card>
  );
}
