#pragma once

#include <QtCore/QString>

namespace keyway {

class MarkdownView;

/// Feeds a view with the text of an answer that only grows.
class GrowingText {
public:
    explicit GrowingText(MarkdownView *view)
        : m_view(view)
    {
    }
    /// The text as it stands, of which only the end is new. `running`: more comes; `finished`: it
    /// is whole.
    void show(const QString &text, bool running, bool finished);

private:
    MarkdownView *m_view;
    QString m_shown;
    bool m_finished = false;
};

} // namespace keyway
