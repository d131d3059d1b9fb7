#pragma once

#include "ui/desktop/prompts/promptvalues.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace keyway {

class AnswerNotice;
class AttemptView;
class MarkdownView;
class Spinner;
class Tag;
class TextLabel;

/// What the user can ask for at an answer or its card.
enum class AnswerAction {
    TryAgain,
    TryWith, ///< opens the menu of services at the given place
    AskNext, ///< go on after an attempt that may have been charged
    StopHere, ///< and do not
    UseDisabled, ///< ask disabledChoice() for this prompt
    CopyDetails,
};

/// One answer: its head, what each attempt wrote, and what went wrong. Fed by values; texts only
/// grow.
class AnswerView : public QWidget {
    Q_OBJECT
public:
    explicit AnswerView(QWidget *parent = nullptr);
    void setServices(const ServicesValue *services) { m_services = services; }
    /// `last`: it may be tried again.
    void setAnswer(const AnswerValue &answer, bool last, const QDateTime &now);
    const AnswerValue &answer() const { return m_answer; }
    /// Time in "Writing · 4.8 s".
    void setNow(const QDateTime &now);
    /// The Markdown of what holds.
    QString markdown() const;
    QString plainText() const;
    /// Everything that arrived is shown.
    bool isSettled() const;

Q_SIGNALS:
    void actionRequested(keyway::AnswerAction action, const QPoint &at);
    void linkChosen(const QString &address, const QPoint &at);
    void announced(const QString &words);

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    AttemptView *part(qsizetype index);
    QString statusText(const QDateTime &now) const;
    QString endingNote() const;

    const ServicesValue *m_services = nullptr;
    AnswerValue m_answer;
    QList<AttemptView *> m_parts;
    AnswerNotice *m_notice;
    QVBoxLayout *m_column;
};

} // namespace keyway
