#pragma once

#include "ui/desktop/studio/jobwords.h"
#include "ui/widgets/paintedwidget.h"

#include <QtGui/QPixmap>

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace keyway {

class ElidedLabel;
class JobBar;
class MoneyLabel;
class ProviderTile;
class Thumbnails;

/// A job: picture, prompt, bar, state in words, costs, buttons. A focus stop: Del cancels or takes
/// it out of the list, Alt+Up moves it up, the Menu key opens what can be done.
class JobRow : public PaintedWidget {
    Q_OBJECT
public:
    explicit JobRow(Thumbnails *thumbnails, QWidget *parent = nullptr);

    void setJob(const JobValue &job, const QString &serviceName, const QDateTime &now,
                bool canMoveUp);
    const JobValue &job() const { return m_job; }
    QToolButton *closeButton() const { return m_close; }
    QToolButton *upButton() const { return m_up; }
    QPushButton *actionButton() const { return m_action; }
    QString stateText() const;

    QString spokenText() const override { return m_spoken; }

Q_SIGNALS:
    void cancelRequested(const keyway::Id &job);
    void hideRequested(const keyway::Id &job);
    void moveUpRequested(const keyway::Id &job);
    void againRequested(const keyway::Id &job);
    void detailsRequested(const keyway::Id &job);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void close();
    QRect pictureRect() const;

    JobValue m_job;
    QString m_spoken;
    Thumbnails *m_thumbnails;
    ProviderTile *m_tile;
    ElidedLabel *m_title, *m_state;
    JobBar *m_bar;
    MoneyLabel *m_cost;
    QPushButton *m_action;
    QToolButton *m_up, *m_close;
};

} // namespace keyway
