import { useState } from 'react';
import { sayFailure } from '../../../../components/failure';
import { showToast } from '../../../../components/toast';
import { newId } from '../../../../platform/id';
import { type TallyQuestion, useReviseTheme } from '../../interaction-form.queries';

interface Part {
  campaignId: string;
  classId?: string | undefined;
}

type Theme = Pick<TallyQuestion['theme'], 'themes' | 'assigned'>;

/** The themes of one question; each change is stored at once. */
export function useThemes(
  { campaignId, classId }: Part,
  question: TallyQuestion,
  onChanged: () => void,
) {
  const [sorted, setSorted] = useState(question.theme);
  const { mutateAsync, isPending } = useReviseTheme();

  const store = async (next: Theme) => {
    const before = sorted;
    setSorted({ ...before, ...next });
    try {
      const stored = await mutateAsync({
        ...{ campaignId, questionKey: question.key, rev: before.rev, writeId: newId() },
        ...(classId !== undefined && { classId }),
        ...{ themes: next.themes, assigned: next.assigned },
      });
      setSorted(stored);
    } catch (failure) {
      setSorted(before);
      showToast({ text: sayFailure(failure) });
      onChanged();
    }
  };

  return {
    themes: sorted.themes,
    isBusy: isPending,
    themeOf: (answerKey: string) =>
      sorted.themes.find(({ key }) => key === sorted.assigned[answerKey]) ?? null,
    countOf: (themeKey: string) =>
      Object.values(sorted.assigned).filter((key) => key === themeKey).length,
    assign: (answerKey: string, themeKey: string) =>
      store({
        themes: sorted.themes,
        assigned: { ...sorted.assigned, [answerKey]: themeKey },
      }),
    add: (label: string, answerKey: string | null) => {
      const theme = { key: newId(), label };
      const assigned = answerKey ? { ...sorted.assigned, [answerKey]: theme.key } : sorted.assigned;
      return store({ themes: [...sorted.themes, theme], assigned });
    },
  };
}
