#pragma once

#include "ui/desktop/prompts/answerview.h"
#include "ui/desktop/prompts/promptvalues.h"
#include "ui/desktop/shell/page.h"
#include "ui/words/message.h"

#include <QtCore/QTimer>

class QPushButton;
class QScrollArea;
class QStackedLayout;
class QToolButton;

namespace keyway {

class Banner;
class CompareBar;
class Composer;
class ConversationList;
class ConversationView;
class CostPanel;
class DetailsStrip;
class ElidedLabel;
class EmptyState;
class ParametersPanel;
class ServicesBanner;
class WhyPanel;

/// Prompts: conversations, the answers of one, the writing field, and why and for how much. Shows
/// values and tells what the user wants; knows no engine.
class PromptsPage : public Page {
    Q_OBJECT
public:
    explicit PromptsPage(QWidget *parent = nullptr);

    void setServices(const ServicesValue &services);
    const ServicesValue &services() const { return m_services; }
    void setConversations(const QList<Conversation> &conversations, bool more,
                          const QDateTime &now);
    void setHits(const std::optional<QList<ConversationHit>> &hits);
    /// Another conversation, or the same one read again.
    void setConversation(const ConversationValue &conversation, const QDateTime &now);
    /// The title, and the sum of the answers that are kept.
    void setHeader(const ConversationValue &conversation);
    void addMessage(const MessageValue &message, const QDateTime &now);
    void updateAnswer(const AnswerValue &answer, const QDateTime &now);
    /// An answer above the last one; `message` counts from the top.
    void updateEarlier(int message, const AnswerValue &answer, const QDateTime &now);
    /// The comparison `message`, counted from the top, as it stands now.
    void updateComparison(int message, const ComparisonValue &comparison, const QDateTime &now);
    void setNow(const QDateTime &now);
    /// What is shown on the right side; nothing before the first answer.
    void setDetails(const AnswerValue &answer);
    /// See Composer::setEstimate().
    void setEstimate(const QString &text, const QString &spoken = {}, const QString &why = {});
    /// Something on the way could not be done.
    void setProblem(const words::Message &problem);
    PromptDraft draft() const;
    void setDraft(const PromptDraft &draft);
    /// The prompt costs more than the limit for asking: asks, names a cheaper integration if there
    /// is one.
    void askBeforeSending(const QString &question, const QString &sendText, const QString &cheaper,
                          const Id &cheaperId, const QString &cheaperModel);

    QWidget *firstFocus() const override;
    QList<QWidget *> regions() const override;

    ConversationList *list() const { return m_list; }
    ConversationView *messages() const { return m_messages; }
    Composer *composer() const { return m_composer; }
    ParametersPanel *parameters() const { return m_parameters; }
    WhyPanel *why() const { return m_why; }
    CostPanel *cost() const { return m_cost; }
    Banner *banner() const;
    DetailsStrip *strip() const { return m_strip; }
    QToolButton *listButton() const { return m_listButton; }
    CompareBar *compareBar() const { return m_compare; }

Q_SIGNALS:
    void conversationChosen(const keyway::Id &id);
    void newRequested();
    void searchChanged(const QString &text);
    void renameRequested(const keyway::Id &id, const QString &title);
    void deleteRequested(const keyway::Id &id);
    void moreRequested();
    void sendRequested();
    /// The user was asked about the cost: send now; with another integration where `id` is set.
    void sendConfirmed(const std::optional<keyway::Id> &id, const QString &model);
    void stopRequested();
    void tryAgainRequested();
    void tryWithRequested(const keyway::Id &integration, const QString &model);
    void askNextRequested();
    void stopHereRequested();
    /// Ask this one now, although it is disabled.
    void useDisabledRequested(const keyway::Id &integration);
    /// Of the comparison `message`, counted from the top.
    void sideWished(int message, const keyway::SideWish &wish);
    void draftChanged();
    /// To go with the prompt.
    void filesWanted(const QStringList &paths);
    void pictureWanted(const QImage &picture);
    void keychainActionRequested(keyway::words::Action action);
    /// A banner about an integration: replace its key, raise its limit, ...
    void integrationActionRequested(const keyway::Id &id, keyway::words::Action action);
    void addIntegrationRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void chooseFiles();
    void take(const DroppedThings &things);
    QWidget *makeHeader();
    QWidget *makeSide();
    void makeActions();
    void makeComparing();
    void adaptComparing();
    void arrange();
    int windowWidth() const;
    void openList(bool open);
    void openSide(bool open);
    void takeAction(int message, AnswerAction action, const QPoint &at);
    void showTryWith(const QPoint &at);
    void copyLast();
    void step(int by);
    void refreshDetails();
    void adaptEmpty();
    void adaptParameters();
    void showHeaderMenu();

    ServicesValue m_services;
    ConversationValue m_conversation;
    AnswerValue m_shown; ///< on the right side

    ConversationList *m_list;
    QWidget *m_middle;
    QToolButton *m_listButton;
    ElidedLabel *m_title, *m_subtitle;
    CompareBar *m_compare;
    QToolButton *m_more;
    QWidget *m_headerBar;
    DetailsStrip *m_strip;
    ServicesBanner *m_banner;
    QStackedLayout *m_stack;
    ConversationView *m_messages;
    EmptyState *m_empty, *m_noService;
    Composer *m_composer;
    QScrollArea *m_side;
    WhyPanel *m_why;
    CostPanel *m_cost;
    QWidget *m_costLine;
    ParametersPanel *m_parameters;
    QTimer m_sideTimer; ///< gathers changes of the right side
    bool m_listOpen = false, m_sideOpen = false;
};

} // namespace keyway
