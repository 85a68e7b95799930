import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip, Chips } from '../../../../components/chip';
import { Empty } from '../../../../components/empty';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Skeleton } from '../../../../components/skeleton';
import { type TallyQuestion, useTexts } from '../../interaction-form.queries';
import { ThemeSheet } from './theme-sheet';
import { useThemes } from './use-themes';

interface TextsCardProps {
  part: { campaignId: string; classId?: string | undefined };
  question: TallyQuestion;
  onChanged(): void;
}

/** Free answers, each a tap away from its theme. */
export function TextsCard({ part, question, onChanged }: TextsCardProps) {
  const texts = useTexts(part, question.key);
  const themes = useThemes(part, question, onChanged);
  const [sorted, setSorted] = useState<string | null>(null);
  const shown = texts.data?.pages.flatMap((page) => page.texts) ?? [];
  return (
    <Card title={question.label}>
      {themes.themes.length > 0 && (
        <Chips>
          {themes.themes.map(({ key, label }) => (
            <Chip key={key} text={`${label} ${themes.countOf(key)}`} />
          ))}
        </Chips>
      )}
      {texts.isPending && <Skeleton rows={2} />}
      {texts.error && <Notice kind="error" text={sayFailure(texts.error)} />}
      {texts.data && shown.length === 0 && <Empty text="还没有人写。" />}
      {shown.map(({ key, text, name }) => (
        <Row
          key={key}
          title={text}
          note={[name, themes.themeOf(key)?.label ?? '未归类'].filter(Boolean).join(' · ')}
          label={`归类：${text}`}
          onTap={() => setSorted(key)}
        />
      ))}
      {texts.hasNextPage && (
        <Button
          kind="link"
          text="再看一些"
          isBusy={texts.isFetchingNextPage}
          onTap={() => void texts.fetchNextPage()}
        />
      )}
      {sorted !== null && (
        <ThemeSheet
          themes={themes.themes}
          chosen={themes.themeOf(sorted)?.key ?? null}
          onAssign={(themeKey) => void themes.assign(sorted, themeKey)}
          onAdd={(label) => void themes.add(label, sorted)}
          onClose={() => setSorted(null)}
        />
      )}
    </Card>
  );
}
