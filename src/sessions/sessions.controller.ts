import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentPerson, type Person } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersEmpty, AnswersWith, Fails } from '../openapi/responses';
import { clearSessionCookie, setSessionCookie } from './session-cookie';
import { SignInDto } from './session.dto';
import { NewSessionView } from './session.response';
import { SessionsService } from './sessions.service';

@ApiTags('Users')
@Controller('v1/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Post()
  @HttpCode(200)
  @Operation('signIn', {
    summary: 'Sign in with a password',
    description: 'Answers a token to send as `Authorization: Bearer`, and sets it as a cookie.',
  })
  @AnswersWith(NewSessionView)
  @Fails('malformedJson', 'invalidFields', 'wrongPassword', 'tooManySignIns')
  async signIn(
    @Body() body: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewSessionView> {
    const session = await this.sessions.signIn(body, request.ip);
    setSessionCookie(request, response, session);
    return session;
  }

  @Delete('current')
  @Operation('signOut', { summary: 'Sign out', description: 'The token works no more.' })
  @AnswersEmpty()
  async signOut(
    @CurrentPerson() person: Person,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.signOut(person);
    clearSessionCookie(request, response);
  }
}
