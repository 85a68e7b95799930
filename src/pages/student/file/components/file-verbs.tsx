import { View } from '@tarojs/components';
import { Button } from '../../../../components/button';
import { openPage } from '../../../../platform/navigate';
import type { StudentLine } from '../../student.queries';

interface FileVerbsProps {
  line: StudentLine;
  canTalk: boolean;
  canVisit: boolean;
  onTalk(): void;
  onContribute(): void;
}

/** One main verb: the homeroom teacher writes the line, a mentor talks, others add what they know. */
export function FileVerbs({
  line: { may, student },
  canTalk,
  canVisit,
  onTalk,
  onContribute,
}: FileVerbsProps) {
  if (!may.revise && !may.contribute && !canTalk && !canVisit) return null;
  const ids = { classId: student.classId, studentId: student.id };
  return (
    <View className="file-verbs">
      {may.contribute && (
        <Button
          kind={may.revise || canTalk ? 'quiet' : 'main'}
          text="补一句"
          onTap={onContribute}
        />
      )}
      {canVisit && <Button text="记家访" onTap={() => openPage('recordVisit', ids)} />}
      {canTalk && <Button kind={may.revise ? 'quiet' : 'main'} text="记一次面谈" onTap={onTalk} />}
      {may.revise && (
        <Button kind="main" text="写台账" onTap={() => openPage('ledgerEntry', ids)} />
      )}
    </View>
  );
}
