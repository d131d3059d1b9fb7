#pragma once

#include "ui/desktop/prompts/answerview.h"
#include "ui/theme/buttonkind.h"
#include "ui/widgets/cardframe.h"
#include "ui/words/message.h"

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace keyway {

class IconView;

/// The card below an answer that did not come, or not to its end: what happened, each service in a
/// line, and what can be done.
class AnswerNotice : public CardFrame {
    Q_OBJECT
public:
    explicit AnswerNotice(QWidget *answer);
    /// Shows what fits the answer, or hides. `cover`: what is said instead of whatever would tell
    /// who answered.
    void setAnswer(const AnswerValue &answer, const ServicesValue &services, bool last,
                   const QString &cover = {});

Q_SIGNALS:
    void actionRequested(keyway::AnswerAction action);

private:
    void clear();
    void addServiceLine(const AttemptValue &attempt, const ServicesValue &services, bool first);
    QPushButton *addButton(const QString &text, ButtonKind kind, AnswerAction action);
    QPushButton *addLink(const QString &text, AnswerAction action);
    void addDisabledLink(const AnswerValue &answer, const ServicesValue &services);
    void showAllFailed(const AnswerValue &answer, const ServicesValue &services, bool last);
    void showMayBeCharged(const AnswerValue &answer, const ServicesValue &services);
    void showDearer(const AnswerValue &answer, const ServicesValue &services);
    void showPassedLimit(const AnswerValue &answer, const ServicesValue &services);
    void addNextButtons(const QString &next);
    void showCovered(const QString &cover, bool last);
    void showError(const AnswerValue &answer, const ServicesValue &services, bool last);

    IconView *m_icon;
    TextLabel *m_title, *m_text;
    QVBoxLayout *m_lines;
    QHBoxLayout *m_buttons, *m_links;
    QString m_key; ///< of what is shown, so that it is made once
};

/// The first one that was left out only because it was disabled; may be null.
const engine::IntegrationSummary *disabledChoice(const AnswerValue &answer,
                                                 const ServicesValue &services);
/// What an error means, in words, with what is known about the attempt.
words::Message attemptWords(const AttemptValue &attempt, const ServicesValue &services);
/// As `Copy the details`: services, codes and times, never a key, never a prompt.
QString answerDetails(const AnswerValue &answer, const ServicesValue &services);

} // namespace keyway
