#include "ui/desktop/prompts/comparebar.h"
#include "ui/desktop/prompts/comparisonview.h"
#include "ui/desktop/prompts/composer.h"
#include "ui/desktop/prompts/conversationview.h"
#include "ui/desktop/prompts/promptspage.h"
#include "ui/widgets/emptystate.h"

#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace keyway {

// Several answers side by side.

void PromptsPage::makeComparing()
{
    connect(m_compare, &CompareBar::changed, this, &PromptsPage::adaptComparing);
    connect(m_messages, &ConversationView::sideWished, this, &PromptsPage::sideWished);
    addMenuAction(Menu::View, tr("Compare models"), QKeySequence(u"Ctrl+Shift+M"_s), [this] {
        m_compare->setComparing(!m_compare->isComparing());
        m_composer->field()->setFocus(Qt::ShortcutFocusReason);
    });
}

void PromptsPage::adaptComparing()
{
    const bool comparing = m_compare->isComparing();
    m_messages->setNamesHidden(m_compare->areNamesHidden());
    m_composer->setHeld(m_conversation.isUndecided());
    m_empty->setMessage(comparing ? tr("Ask several models the same.") : tr("Ask something."),
                        comparing ? tr("They answer at the same time. Keep the answer you like "
                                       "best, and the conversation goes on from it.")
                                  : tr("Keyway picks the service and tells you why."));
    if (comparing == m_composer->isComparing())
        return;
    m_composer->setComparing(comparing);
    arrange();
    refreshDetails();
}

void PromptsPage::updateComparison(int message, const ComparisonValue &comparison,
                                   const QDateTime &now)
{
    if (message < 0 || message >= m_conversation.messages.size())
        return;
    const bool wasKept = m_conversation.messages.at(message).comparison.kept().has_value();
    m_conversation.messages[message].comparison = comparison;
    m_messages->updateComparison(message, comparison, now);
    if (message + 1 < m_conversation.messages.size())
        return;
    m_composer->setRunning(comparison.isRunning());
    m_composer->setHeld(comparison.isUndecided());
    setDetails(comparison.followed() ? *comparison.followed() : AnswerValue());
    // The button that was pressed is gone.
    if (comparison.kept() && !wasKept)
        m_composer->field()->setFocus(Qt::OtherFocusReason);
}

} // namespace keyway
