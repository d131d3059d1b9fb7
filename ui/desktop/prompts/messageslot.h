#pragma once

#include "ui/desktop/prompts/answerview.h"
#include "ui/widgets/paintedwidget.h"

namespace keyway {

class ComparisonView;
class MarkdownView;

/// The user's prompt in its frame, with the files that went with it.
class PromptBubble : public PaintedWidget {
    Q_OBJECT
public:
    explicit PromptBubble(const QString &prompt, const QList<AttachedFile> &files = {},
                          QWidget *parent = nullptr);
    MarkdownView *text() const { return m_text; }
    QString spokenText() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_prompt;
    QStringList m_names; ///< of the files
    MarkdownView *m_text;
};

/// One message: a widget while it is near the visible part, otherwise room of its height.
class MessageSlot : public QWidget {
    Q_OBJECT
public:
    MessageSlot(MessageValue message, QWidget *parent);
    const MessageValue &message() const { return m_message; }
    void setAnswer(const AnswerValue &answer) { m_message.answer = answer; }
    void setComparison(const ComparisonValue &comparison) { m_message.comparison = comparison; }
    /// Of comparisons: who answers is not told.
    void setNamesHidden(bool hidden) { m_namesHidden = hidden; }
    void setMade(bool made, const ServicesValue *services, bool last, const QDateTime &now);
    bool isMade() const { return m_view; }
    AnswerView *answer() const { return m_answer; }
    ComparisonView *comparison() const { return m_comparison; }
    /// Height that was measured, or guessed from the text.
    int guessedHeight(int width) const;
    bool isSettled() const;

Q_SIGNALS:
    void made();

private:
    MessageValue m_message;
    QWidget *m_view = nullptr;
    AnswerView *m_answer = nullptr;
    PromptBubble *m_bubble = nullptr;
    ComparisonView *m_comparison = nullptr;
    bool m_namesHidden = false;
    int m_knownHeight = 0, m_knownWidth = 0;
};

} // namespace keyway
