import { area, listing, notListing } from './entry';
import { PASSWORD } from './world';

const { entries, entry } = area('users');
export const USER_ENTRIES = entries;

const ADA = 'ada@example.com';
const NEW_PASSWORD = 'staple battery horse';

entry({
  id: 'signUp',
  call: ({ anybody }) => anybody.POST('/v1/users', { body: { email: ADA, password: PASSWORD } }),
  keep: (world, { data }) => {
    world.keep('ada', data.token);
  },
  readBack: {
    call: (world) => world.as(world.id('ada')).GET('/v1/user'),
    finds: { email: ADA },
  },
});
entry({
  id: 'signIn',
  call: ({ anybody }) => anybody.POST('/v1/sessions', { body: { email: ADA, password: PASSWORD } }),
  answers: { user: { email: ADA } },
  keep: (world, { data }) => {
    world.keep('session', data.token);
  },
  readBack: {
    call: (world) => world.as(world.id('session')).GET('/v1/user'),
    finds: { email: ADA },
  },
});
entry({
  id: 'getUser',
  call: (world) => world.as(world.id('session')).GET('/v1/user'),
  answers: { email: ADA, emailVerified: false },
});
entry({
  id: 'changePassword',
  call: (world) =>
    world.as(world.id('session')).PUT('/v1/user/password', {
      body: { currentPassword: PASSWORD, newPassword: NEW_PASSWORD },
    }),
  readBack: {
    call: ({ anybody }) =>
      anybody.POST('/v1/sessions', { body: { email: ADA, password: NEW_PASSWORD } }),
    finds: { user: { email: ADA } },
  },
});
entry({
  id: 'signOut',
  call: (world) => world.as(world.id('session')).DELETE('/v1/sessions/current'),
  readBack: {
    call: (world) => world.as(world.id('session')).GET('/v1/user'),
    status: 401,
  },
});

entry({
  id: 'addUserInterest',
  call: ({ person }) => person.POST('/v1/user/interests', { body: { value: 'payments' } }),
  keep: (world, { data }) => {
    world.keep('interest', data.tagId);
  },
  readBack: {
    call: ({ person }) => person.GET('/v1/user/interests'),
    finds: (world) => listing({ tagId: world.id('interest'), value: 'payments' }),
  },
});
entry({
  id: 'listUserInterests',
  call: ({ person }) => person.GET('/v1/user/interests'),
  answers: listing({ value: 'payments', kind: 'interest', source: 'manual' }),
});
entry({
  id: 'deleteUserInterest',
  call: (world) =>
    world.person.DELETE('/v1/user/interests/{tagId}', {
      params: { path: { tagId: world.id('interest') } },
    }),
  readBack: {
    call: ({ person }) => person.GET('/v1/user/interests'),
    finds: notListing({ value: 'payments' }),
  },
});
entry({
  id: 'updateUserInterestSettings',
  call: ({ person }) => person.PUT('/v1/user/interests/settings', { body: { enabled: true } }),
  readBack: {
    call: ({ person }) => person.GET('/v1/user/interests/settings'),
    finds: { enabled: true },
  },
});
entry({
  id: 'getUserInterestSettings',
  call: ({ person }) => person.GET('/v1/user/interests/settings'),
  answers: { enabled: true },
});

entry({
  id: 'listOnboardingQuestions',
  call: ({ person }) =>
    person.GET('/v1/onboarding/questions', { params: { query: { scope: 'user' } } }),
  answers: listing({ id: 'purpose', questionOrder: 1 }),
});
entry({
  id: 'submitOnboardingResponses',
  call: ({ person }) =>
    person.POST('/v1/onboarding/responses', {
      body: {
        responses: [
          { questionId: 'purpose', responseType: 'text', responseData: { text: 'approvals' } },
        ],
      },
    }),
  readBack: {
    call: ({ person }) => person.GET('/v1/onboarding/status'),
    finds: { onboardingCompleted: true },
  },
});
entry({
  id: 'getOnboardingStatus',
  call: ({ person }) => person.GET('/v1/onboarding/status'),
  answers: { onboardingCompleted: true },
});
