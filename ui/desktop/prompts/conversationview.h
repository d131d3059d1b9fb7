#pragma once

#include "ui/desktop/prompts/answerview.h"

#include <QtCore/QTimer>
#include <QtWidgets/QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace keyway {

class ComparisonView;
/// One message, made when it comes near the visible part and let go when it is far from it.
class MessageSlot;

/// The messages of one conversation. Follows the end of a running answer while the user is there;
/// otherwise a button says that there is new text below.
class ConversationView : public QScrollArea {
    Q_OBJECT
public:
    explicit ConversationView(QWidget *parent = nullptr);
    void setServices(const ServicesValue *services);
    /// Another conversation; shows its end.
    void setMessages(const QList<MessageValue> &messages, const QDateTime &now);
    void addMessage(const MessageValue &message, const QDateTime &now);
    /// The last answer, as it stands now.
    void updateLast(const AnswerValue &answer, const QDateTime &now);
    void updateAnswer(int index, const AnswerValue &answer, const QDateTime &now);
    /// The comparison `message` counts from the top.
    void updateComparison(int message, const ComparisonValue &comparison, const QDateTime &now);
    /// Of comparisons: who answers is told once one is kept.
    void setNamesHidden(bool hidden);
    void setNow(const QDateTime &now);
    void scrollToEnd();
    bool isAtEnd() const;

    int count() const { return int(m_slots.size()); }
    /// Those that exist as widgets.
    int made() const;
    AnswerView *answer(int index) const;
    AnswerView *lastAnswer() const;
    ComparisonView *comparison(int index) const;
    QPushButton *newTextButton() const { return m_newText; }
    /// Everything that arrived is shown.
    bool isSettled() const;

Q_SIGNALS:
    void actionRequested(int message, keyway::AnswerAction action, const QPoint &at);
    void sideWished(int message, const keyway::SideWish &wish);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeNear();
    void follow();
    void offerLink(const QString &address, const QPoint &at);
    void announce(const QString &words);
    void placeButton();
    MessageSlot *append(const MessageValue &message);
    void connectParts(MessageSlot *slot, int index);
    void makeRoom();

    const ServicesValue *m_services = nullptr;
    QWidget *m_content;
    QVBoxLayout *m_column;
    QList<MessageSlot *> m_slots;
    QPushButton *m_newText;
    QWidget *m_live; ///< says finished paragraphs to screen readers
    QTimer m_later;
    QDateTime m_now;
    bool m_following = true;
    bool m_moving = false;
    bool m_namesHidden = false;
};

} // namespace keyway
