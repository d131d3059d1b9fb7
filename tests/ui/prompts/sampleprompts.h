#pragma once

#include "ui/desktop/prompts/promptvalues.h"

/// What the pictures and tests of Prompts show.
namespace keyway::sample {

QDateTime promptNow();
ServicesValue promptServices();
QList<Conversation> promptConversations();
QString surveyPrompt();
QString surveyAnswer();
routing::RoutePlan surveyPlan();
/// Anthropic was busy, OpenAI writes or has written.
AnswerValue surveyRunning(const QString &text);
AnswerValue surveyComplete();
AnswerValue allFailed();
AnswerValue mayBeCharged();
/// It came to no end; and another attempt of the same answer followed.
AnswerValue brokenAnswer();
AnswerValue brokenAndGoneOn();
AnswerValue interruptedAnswer();
AnswerValue stoppedAnswer();
AnswerValue refusedAnswer();
AnswerValue unknownPrice();
ConversationValue conversationWith(const AnswerValue &answer);
/// Names as long as German ones.
ServicesValue wordyServices();
AnswerValue wordyAnswer();

Id id(int number);

} // namespace keyway::sample
