import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { ContributionSheet } from '../../../../sheets/ledger-contribution/contribution-sheet';
import type { StudentLine } from '../../class-ledger.queries';

/** What colleagues added about the student, beside what one writes oneself. */
export function Colleagues({ entry: { student, term, line, may } }: { entry: StudentLine }) {
  const [isContributing, setIsContributing] = useState(false);
  const mine = line.contributions.find(({ isMine }) => isMine)?.text ?? '';
  if (line.contributions.length === 0 && !may.contribute) return null;
  const add = <Button kind="link" text="补一句" onTap={() => setIsContributing(true)} />;
  return (
    <Card title="老师们的补充" aside={may.contribute && add}>
      {line.contributions.map(({ name, capacity, text, at }) => (
        <View key={`${name}${at}`} className="entry-version">
          <Text className="entry-words">{text}</Text>
          <Text className="entry-note">{`${name} · ${capacity}`}</Text>
        </View>
      ))}
      {line.contributions.length === 0 && (
        <Text className="entry-note">任课教师和导师补充的话会出现在这里。</Text>
      )}
      {isContributing && (
        <ContributionSheet
          student={student}
          termId={term.id}
          mine={mine}
          onClose={() => setIsContributing(false)}
        />
      )}
    </Card>
  );
}
