import { Body, Controller, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentPerson, CurrentRepeating, type Person, type Repeating } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersEmpty, AnswersWith, Fails } from '../openapi/responses';
import { setSessionCookie } from '../sessions/session-cookie';
import { NewSessionView } from '../sessions/session.response';
import { SessionsService } from '../sessions/sessions.service';
import { ChangePasswordDto, SignUpDto } from './user.dto';
import { UserView } from './user.response';
import { UserService } from './user.service';

@ApiTags('Users')
@Controller('v1')
export class UserController {
  constructor(
    private readonly users: UserService,
    private readonly sessions: SessionsService,
  ) {}

  @Post('users')
  @HttpCode(200)
  @Operation('signUp', {
    summary: 'Make an account with a password and sign in',
    description: 'Needs an invite unless the service is open to all.',
  })
  @AnswersWith(NewSessionView)
  @Fails(
    ...([
      'malformedJson',
      'invalidFields',
      'signUpClosed',
      'inviteNotFound',
      'emailTaken',
    ] as const),
    'tooManySignIns',
  )
  async signUp(
    @Body() body: SignUpDto,
    @CurrentRepeating() repeating: Repeating,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewSessionView> {
    const session = await this.sessions.start(await this.users.signUp(body, request.ip, repeating));
    setSessionCookie(request, response, session);
    return session;
  }

  @Get('user')
  @Operation('getUser', { summary: 'Read who is signed in' })
  @AnswersWith(UserView)
  getUser(@CurrentPerson() person: Person): Promise<UserView> {
    return this.users.get(person);
  }

  @Put('user/password')
  @Operation('changePassword', {
    summary: 'Change the password',
    description: 'All other sessions of the person end.',
  })
  @AnswersEmpty()
  @Fails('malformedJson', 'invalidFields', 'wrongPassword', 'tooManySignIns')
  async changePassword(
    @CurrentPerson() person: Person,
    @Body() body: ChangePasswordDto,
    @Req() request: Request,
  ): Promise<void> {
    await this.users.changePassword(person, body, request.ip);
  }
}
