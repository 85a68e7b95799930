import type { ComponentType } from 'react';
import { CalendarStep } from './calendar-step';
import { CampusesStep } from './campuses-step';
import { ClassesStep } from './classes-step';
import type { StepProps } from './plan';
import { RulesStep } from './rules-step';
import { SchoolStep } from './school-step';
import { WhoStep } from './who-step';

/** One screen each, in this order. */
export const STEPS: readonly ComponentType<StepProps>[] = [
  WhoStep,
  SchoolStep,
  CampusesStep,
  ClassesStep,
  CalendarStep,
  RulesStep,
];
