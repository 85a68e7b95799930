import { Text, View } from '@tarojs/components';
import { Answered } from '../../../../components/answered';
import { Empty } from '../../../../components/empty';
import { Sheet } from '../../../../components/sheet';
import { sayWhen } from '../../../../platform/when';
import { useLedgerRevisions } from '../../class-ledger.queries';
import { FieldsText } from '../../components/fields-text';

interface HistorySheetProps {
  studentId: string;
  termId: string;
  onClose(): void;
}

/** Earlier wordings of a line, newest first: nothing that was written is lost. */
export function HistorySheet({ studentId, termId, onClose }: HistorySheetProps) {
  const revisions = useLedgerRevisions(studentId, termId);
  return (
    <Sheet title="修改记录" onClose={onClose}>
      <Answered query={revisions}>
        {(list) =>
          list.length === 0 ? (
            <Empty text="还没有改过。每次修改前的内容会留在这里。" />
          ) : (
            list.map(({ rev, fields, writtenByName, writtenAt }) => (
              <View key={rev} className="entry-version">
                <Text className="entry-note">{`${sayWhen(writtenAt)} · ${writtenByName}写的`}</Text>
                <FieldsText fields={fields} />
              </View>
            ))
          )
        }
      </Answered>
    </Sheet>
  );
}
