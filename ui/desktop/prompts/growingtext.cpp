#include "growingtext.h"

#include "ui/desktop/prompts/markdownview.h"

namespace keyway {

void GrowingText::show(const QString &text, bool running, bool finished)
{
    m_view->setVisible(!text.isEmpty() || running);
    if (finished && m_shown.isEmpty()) {
        m_view->setMarkdown(text);
    } else if (text.size() > m_shown.size()) {
        m_view->setWriting(running);
        m_view->append(text.mid(m_shown.size()));
    } else if (running && m_shown.isEmpty()) {
        m_view->setWriting(true);
    }
    m_shown = text;
    if (finished && !m_finished) {
        m_view->finish();
        m_view->setAccessibleDescription(m_view->plainText());
    }
    m_finished = finished;
}

} // namespace keyway
