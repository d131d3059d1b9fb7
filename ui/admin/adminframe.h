#pragma once

#include "ui/widgets/paintedwidget.h"

namespace keyway {

class TextLabel;

/// The word beside the name of the program, on brass.
class BrassBadge : public PaintedWidget {
    Q_OBJECT
public:
    explicit BrassBadge(const QString &word, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QString spokenText() const override { return m_word; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont wordFont() const;

    const QString m_word;
};

/// Who is signed in, at the foot of the sidebar: initials, address, role.
class AdminFoot : public PaintedWidget {
    Q_OBJECT
public:
    explicit AdminFoot(QWidget *parent = nullptr);
    void setPerson(const QString &email, const QString &line);
    void setRail(bool rail);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }
    QString spokenText() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_email, m_line;
    bool m_rail = false;
};

/// The line at the lower edge: the server, how old the figures are, when the session ends.
class AdminStatus : public QWidget {
    Q_OBJECT
public:
    explicit AdminStatus(QWidget *parent = nullptr);
    void setServer(const QString &host);
    void setData(const QString &words);
    void setSession(const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_server, *m_data, *m_session;
};

} // namespace keyway
