import { Text, View } from '@tarojs/components';
import {
  LEDGER_FIELD_NAMES,
  LEDGER_FIELDS,
  type LedgerFields,
} from '../../../../domain/class-ledger/class-ledger.schema';
import './fields-text.scss';

/** The parts of a line that have words, to read. */
export function FieldsText({ fields }: { fields: LedgerFields }) {
  return (
    <>
      {LEDGER_FIELD_NAMES.filter((name) => fields[name] !== '').map((name) => (
        <View key={name} className="field-text">
          <Text className="field-text-label">{LEDGER_FIELDS[name].label}</Text>
          <Text className="field-text-words">{fields[name]}</Text>
        </View>
      ))}
    </>
  );
}
