#pragma once

#include "ui/desktop/prompts/answerview.h"
#include "ui/desktop/prompts/growingtext.h"

namespace keyway {

class ElidedLabel;
class ProviderTile;
class QuietButton;

/// What one attempt wrote, below who wrote it.
class AttemptView : public QWidget {
    Q_OBJECT
public:
    explicit AttemptView(AnswerView *answer);

    struct Head {
        QString service, serviceName, model, integration, fellBackFrom, status, version;
        bool busy = false;
    };
    void setHead(const Head &head);
    void setStatus(const QString &status);
    /// The text, of which only the end is new, and whether more comes.
    void setText(const QString &text, bool running, bool finished);
    /// "OpenAI stopped here after 120 tokens ($0.0012)", and whether the text above still holds.
    void setNote(const QString &note, bool struck);
    void setButtons(bool shown, bool tryAgain);
    MarkdownView *text() const { return m_text; }

Q_SIGNALS:
    void copyRequested(bool markdown);
    void tryAgainRequested();
    void tryWithRequested(const QPoint &at);

private:
    ProviderTile *m_tile;
    ElidedLabel *m_model;
    ElidedLabel *m_integration;
    Tag *m_fallback;
    Tag *m_version;
    Spinner *m_spinner;
    TextLabel *m_status;
    QuietButton *m_copy, *m_copyMarkdown, *m_again, *m_with;
    MarkdownView *m_text;
    GrowingText m_growing;
    TextLabel *m_note;
};

} // namespace keyway
