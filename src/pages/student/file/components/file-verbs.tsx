import { View } from '@tarojs/components';
import { Button } from '../../../../components/button';
import { openPage } from '../../../../platform/navigate';
import type { StudentLine } from '../../student.queries';

interface FileVerbsProps {
  line: StudentLine;
  canTalk: boolean;
  onTalk(): void;
  onContribute(): void;
}

/** One main verb: the homeroom teacher writes the line, a mentor talks, others add what they know. */
export function FileVerbs({
  line: { may, student },
  canTalk,
  onTalk,
  onContribute,
}: FileVerbsProps) {
  if (!may.revise && !may.contribute && !canTalk) return null;
  const write = () => openPage('ledgerEntry', { classId: student.classId, studentId: student.id });
  return (
    <View className="file-verbs">
      {may.contribute && (
        <Button
          kind={may.revise || canTalk ? 'quiet' : 'main'}
          text="补一句"
          onTap={onContribute}
        />
      )}
      {canTalk && <Button kind={may.revise ? 'quiet' : 'main'} text="记一次面谈" onTap={onTalk} />}
      {may.revise && <Button kind="main" text="写台账" onTap={write} />}
    </View>
  );
}
