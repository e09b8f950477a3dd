export const QUESTION_SCOPES = ['user', 'org'] as const;
export type QuestionScope = (typeof QUESTION_SCOPES)[number];

interface Question {
  id: string;
  scope: QuestionScope;
  text: string;
  type: 'text' | 'choice';
  isRequired: boolean;
  choices?: readonly string[];
}

/** What people are asked at the beginning, in this order. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'purpose',
    scope: 'user',
    text: 'What do you want to automate?',
    type: 'text',
    isRequired: true,
  },
  {
    id: 'experience',
    scope: 'user',
    text: 'Have you written workflows before?',
    type: 'choice',
    isRequired: false,
    choices: ['no', 'a few', 'many'],
  },
  {
    id: 'team_size',
    scope: 'org',
    text: 'How many people will work on workflows?',
    type: 'choice',
    isRequired: false,
    choices: ['1', '2-10', 'more'],
  },
];
